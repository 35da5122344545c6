using System.IO.Compression;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Setup;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_page_travels_compressed(string encoding)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies }) { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", encoding);

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(new MemoryStream(body), CompressionMode.Decompress) : new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        var html = await new StreamReader(unpacked).ReadToEndAsync();

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.True(body.Length * 2 < html.Length, $"{body.Length} of {html.Length}");
    }
}
