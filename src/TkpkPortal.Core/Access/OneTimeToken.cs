using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TkpkPortal.Core.Access;

/// <summary>The secret part of an invitation link: 128 random bits. The database keeps its SHA-256 only, so a dump opens no account.</summary>
internal static class OneTimeToken
{
    private const int Bytes = 16;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>A link to show once: the token goes into /undangan/{token}.</summary>
public sealed record OneTimeLink(Guid UserId, string Token, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromHours(72);

    /// <summary>For the link printed by the command line.</summary>
    public static readonly TimeSpan FirstAdminLifetime = TimeSpan.FromHours(1);
}
