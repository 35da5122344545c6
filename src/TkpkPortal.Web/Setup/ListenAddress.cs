using System.Net;

namespace TkpkPortal.Web.Setup;

/// <summary>Where the portal listens, and the address that people use for it.</summary>
internal static class ListenAddress
{
    public const string Usual = "http://localhost:5080";

    /// <exception cref="VerbException">TKPK_URL is not a list of http addresses.</exception>
    public static IReadOnlyList<BindingAddress> Parse(string text)
    {
        try
        {
            var addresses = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).ToList();
            if (addresses.Count > 0) return addresses;
        }
        catch (FormatException)
        {
            // Said below in words.
        }

        throw new VerbException($"Alamat TKPK_URL \"{text}\" tidak dapat dibaca; contoh yang benar: {Usual}.");
    }

    public static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>TKPK_PUBLIC_URL, else where the portal listens; a listener on every interface is reached as localhost.</summary>
    public static Uri PublicUrl(string? configured, BindingAddress listens)
    {
        var host = listens.Host is "*" or "+" or "0.0.0.0" or "[::]" || listens.IsUnixPipe ? "localhost" : listens.Host;
        var text = configured ?? $"{listens.Scheme}://{host}:{listens.Port}";
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new VerbException($"Alamat TKPK_PUBLIC_URL \"{text}\" tidak dapat dibaca; contoh yang benar: https://tkpk.contoh.go.id.");
    }
}
