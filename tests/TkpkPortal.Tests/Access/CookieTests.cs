using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Tests.Access;

public sealed class CookieTests
{
    [Theory]
    [InlineData("https://tkpk.contoh.go.id", "__Host-", true)]
    [InlineData("http://127.0.0.1", "", false)]
    public async Task Every_cookie_is_named_and_fenced_for_the_public_address(string publicUrl, string prefix, bool secure)
    {
        await using var portal = await Portal.StartAsync(publicUrl: new(publicUrl));
        var user = await portal.Make.UserAsync(Role.Admin);
        using var client = new RawClient(portal.Address);

        await client.PostFormAsync("/masuk", new() { ["Input.Name"] = user.UserName!, ["Input.Password"] = Portal.Password });
        await client.PostFormAsync($"/pengguna/{user.Id}", new() { ["Input.FullName"] = "Admin Contoh" });
        await client.PostFormAsync("/keluar", []);

        Assert.Equal(new[] { "anti-palsu", "pesan", "sesi" }.Select(n => prefix + n), client.SetCookies.Select(c => c.Split('=')[0]).Distinct().Order());
        Assert.All(client.SetCookies, cookie =>
        {
            var parts = cookie.Split(';').Select(p => p.Trim().ToLowerInvariant()).ToList();
            Assert.Equal(secure, parts.Contains("secure"));
            Assert.Contains("path=/", parts);
            Assert.Contains(parts, p => p is "samesite=lax" or "samesite=strict");
            Assert.DoesNotContain(parts, p => p.StartsWith("domain=", StringComparison.Ordinal));
            Assert.Contains("httponly", parts);
        });
    }

    [Fact]
    public async Task A_form_without_its_token_gets_the_Indonesian_400_page()
    {
        var portal = await Portal.SharedAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };

        using var response = await client.PostAsync(new Uri("/masuk", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Name"] = "x", ["Input.Password"] = "x" }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Permintaan tidak dapat dibaca", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_ring_lies_wrapped_in_the_database()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Leader);

        await using var db = portal.Open();
        var keys = await db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync();

        Assert.NotEmpty(keys);
        Assert.All(keys, xml =>
        {
            Assert.NotNull(XDocument.Parse(xml).Descendants().SingleOrDefault(e => e.Name.LocalName == "encryptedSecret"));
            Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_second_server_takes_the_first_ones_cookies_and_forms()
    {
        await using var portal = await Portal.StartAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        await using var node = PortalApp.Create(portal.Services.GetRequiredService<PortalOptions>());
        await node.StartAsync();
        var address = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var client = new RawClient(portal.Address);
        await client.PostFormAsync("/masuk", new() { ["Input.Name"] = user.UserName!, ["Input.Password"] = Portal.Password });
        var form = await client.GetAsync("/akun/kata-sandi");

        client.MoveTo(address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/akun")).Status);
        var answer = await client.SendFormAsync("/akun/kata-sandi", form.Html, new() { ["Input.OldPassword"] = Portal.Password, ["Input.NewPassword"] = "kuda tidur di atas awan" });

        Assert.Equal(HttpStatusCode.Redirect, answer);
        await node.StopAsync();
    }

    /// <summary>Sends back every cookie, Secure or not, as a browser behind a TLS proxy would.</summary>
    private sealed class RawClient(Uri address) : IDisposable
    {
        private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        private readonly Dictionary<string, string> _jar = [];
        private Uri _address = address;

        public List<string> SetCookies { get; } = [];

        public void MoveTo(Uri other) => _address = other;

        public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
        {
            using var response = await SendAsync(new(HttpMethod.Get, new Uri(_address, path)));
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public async Task PostFormAsync(string path, Dictionary<string, string> typed)
        {
            var (status, html) = await GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(HttpStatusCode.Redirect, await SendFormAsync(path, html, typed));
        }

        public async Task<HttpStatusCode> SendFormAsync(string path, string html, Dictionary<string, string> typed)
        {
            using var document = new HtmlParser().ParseDocument(html);
            var form = document.QuerySelector("main form[method=post]")!;
            var fields = form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
            foreach (var select in form.QuerySelectorAll("select")) fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
            foreach (var (name, value) in typed) fields[name] = value;
            using var response = await SendAsync(new(HttpMethod.Post, new Uri(_address, path)) { Content = new FormUrlEncodedContent(fields) });
            return response.StatusCode;
        }

        public void Dispose() => _http.Dispose();

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            if (_jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _jar.Select(c => $"{c.Key}={c.Value}")));
            var response = await _http.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                SetCookies.Add(cookie);
                var pair = cookie.Split(';')[0].Split('=', 2);
                _jar[pair[0]] = pair[1];
            }

            return response;
        }
    }
}
