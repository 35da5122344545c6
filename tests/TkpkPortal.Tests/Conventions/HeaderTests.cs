using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>The same headers on every answer, an error page included; cookies no script can read.</summary>
public sealed class HeaderTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_carries_the_same_headers()
    {
        await using var portal = await Portal.StartAsync(map: app => app.MapGet("/rusak", (Func<string>)(() => throw new InvalidOperationException("rahasia dapur"))).AllowAnonymous());
        using var visitor = portal.Visitor();
        using var admin = await portal.SignInAsync(Role.Admin);
        (string Path, Browser Browser, HttpStatusCode Status)[] asked =
        [
            ("/masuk", visitor, HttpStatusCode.OK), ("/", visitor, HttpStatusCode.Redirect), ("/", admin, HttpStatusCode.OK), ("/tidak-ada", admin, HttpStatusCode.NotFound),
            ($"/opd/{Guid.CreateVersion7()}", admin, HttpStatusCode.NotFound), ("/site.css", visitor, HttpStatusCode.OK), ("/rusak", admin, HttpStatusCode.InternalServerError),
        ];
        foreach (var (path, browser, status) in asked)
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal((path, status), (path, answer.Status));
            Assert.Equal(Policy, Header(answer, "Content-Security-Policy"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("camera=(), geolocation=(), microphone=()", Header(answer, "Permissions-Policy"));
            Assert.False(answer.Response.Headers.Contains("Strict-Transport-Security"));
            Assert.False(answer.Response.Headers.Contains("Server"));
            if (path != "/site.css" && status != HttpStatusCode.Redirect) Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
            Assert.DoesNotContain("rahasia dapur", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cookies_on_loopback_http_are_hidden_from_script()
    {
        var portal = await Portal.SharedAsync();
        using var browser = portal.Visitor();
        var page = await browser.GetAsync("/masuk");
        var user = await portal.Make.UserAsync(Role.Secretariat);
        var signedIn = await browser.FormOn(page, "/masuk").SendAsync(new() { ["Input.Name"] = user.UserName!, ["Input.Password"] = Portal.Password });
        var saved = await browser.SubmitAsync("/opd/daftarkan", new() { ["Input.Name"] = Builders.Unique("Dinas Kuki"), ["Input.ShortName"] = "D", ["Input.HeadTitle"] = "K" });
        var cookies = new[] { page, signedIn, saved }.SelectMany(a => a.Response.Headers.TryGetValues("Set-Cookie", out var values) ? values : []).ToList();

        Assert.Equal(["anti-palsu", "pesan", "sesi"], cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, c => Assert.True(IsSafe(c), c));
        Assert.False(IsSafe("sesi=1; path=/; samesite=lax"));
        Assert.False(IsSafe("sesi=1; path=/; samesite=none; httponly"));
    }

    [Fact]
    public async Task On_https_cookies_are_bound_to_the_host_and_transport_is_strict()
    {
        await using var portal = await Portal.StartAsync(publicUrl: new("https://tkpk.example"));
        CookieBuilder[] cookies =
        [
            portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).Cookie,
            portal.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie,
            portal.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie,
        ];
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal(CookieSecurePolicy.Always, cookie.SecurePolicy);
            Assert.True(cookie.HttpOnly);
            Assert.Equal("/", cookie.Path ?? "/");
            Assert.Null(cookie.Domain);
            Assert.NotEqual(SameSiteMode.None, cookie.SameSite);
        });
        using var visitor = portal.Visitor();
        Assert.Equal("max-age=31536000; includeSubDomains", Header(await visitor.GetAsync("/site.css"), "Strict-Transport-Security"));
    }

    private static bool IsSafe(string cookie)
    {
        var parts = cookie.Split(';').Skip(1).Select(p => p.Trim().ToLowerInvariant()).ToHashSet();
        return parts.Contains("httponly") && parts.Contains("path=/") && (parts.Contains("samesite=lax") || parts.Contains("samesite=strict"));
    }

    private static string Header(Answer answer, string name) =>
        answer.Response.Headers.TryGetValues(name, out var values) || answer.Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
