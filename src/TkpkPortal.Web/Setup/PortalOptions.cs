using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Setup;

/// <summary>What the portal must know before it can start.</summary>
internal sealed record PortalOptions
{
    public required string ConnectionString { get; init; }

    public required Keyring Keyring { get; init; }

    /// <summary>Where the server listens (TKPK_URL).</summary>
    public string ListenUrl { get; init; } = "http://localhost:5080";

    /// <summary>The address people use (TKPK_PUBLIC_URL): in links, QR codes and the choice of cookie names.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>PBKDF2-SHA512 rounds of password hashes.</summary>
    public int PasswordRounds { get; init; } = 210_000;

    /// <summary>Sign-ins a minute per address and per name; more are answered with 429.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Where log files go; null logs to the console only.</summary>
    public string? LogFolder { get; init; }

    /// <summary>First part of the log file's name.</summary>
    public string LogName { get; init; } = "portal";

    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;
}
