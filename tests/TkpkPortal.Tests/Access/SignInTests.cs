using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Access;

public sealed partial class SignInTests
{
    [Fact]
    public async Task A_person_signs_in_by_user_name_or_by_address_and_the_trail_tells()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        await using var db = portal.Open();
        var email = $"{user.UserName}@contoh.go.id";
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, email).SetProperty(u => u.NormalizedEmail, email.ToUpperInvariant()));

        foreach (var name in new[] { user.UserName!.ToUpperInvariant(), $" {email} " })
        {
            using var browser = portal.Visitor();
            var answer = await Try(browser, name, Portal.Password);
            Assert.Equal("/", answer.Location);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        }

        var entries = await db.AuditEntries.Where(a => a.SubjectId == user.Id && a.Action == AuditAction.SignIn).ToListAsync();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Equal((user.Id, user.FullName, "127.0.0.1"), (e.ActorId, e.ActorName, e.Address)));
    }

    [Fact]
    public async Task Unknown_wrong_closed_and_locked_cannot_be_told_apart()
    {
        var portal = await Portal.SharedAsync();
        var wrong = await portal.Make.UserAsync(Role.Secretariat);
        var locked = await portal.Make.UserAsync(Role.Secretariat);
        var closed = await portal.Make.UserAsync(Role.Secretariat);
        await using var db = portal.Open();
        await db.Users.Where(u => u.Id == closed.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false));
        using var browser = portal.Visitor();
        for (var i = 0; i < 5; i++) await Try(browser, locked.UserName!, "sandi yang keliru");

        var answers = new List<(string Name, Answer Answer)>();
        foreach (var (name, password) in new[] { ("takdikenal", Portal.Password), (wrong.UserName!, "sandi yang keliru"), (closed.UserName!, Portal.Password), (locked.UserName!, Portal.Password) })
            answers.Add((name, await Try(browser, name, password)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.BadRequest, a.Answer.Status));
        Assert.All(answers, a => Assert.Equal([AccessRules.SignInRefused.Sentence], a.Answer.Problems));
        Assert.Single(answers.Select(a => Tokens().Replace(a.Answer.Html.Replace(a.Name, "NAMA", StringComparison.Ordinal), "TOKEN")).Distinct());
        Assert.Single(answers.Select(a => string.Join(',', a.Answer.Response.Headers.Select(h => h.Key).Order())).Distinct());
    }

    [Fact]
    public async Task A_refusal_is_kept_but_never_what_was_typed()
    {
        await using var portal = await Portal.StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = portal.Visitor();

        await Try(browser, "Rahasia-Diketik-Di-Sini", "x");
        await Try(browser, user.UserName!, "Sandi-Yang-Keliru");

        await using var db = portal.Open();
        var refused = await db.AuditEntries.Where(a => a.Action == AuditAction.SignInRefused).OrderBy(a => a.Sequence).ToListAsync();
        Assert.Equal([null, user.Id], refused.Select(r => r.SubjectId));
        Assert.Equal("Nama tidak dikenal", refused[0].SubjectName);
        Assert.All(refused, r => Assert.Null(r.SealedChanges));
        await using var everything = portal.Database.Source.CreateCommand("select string_agg(e::text, ' ') from audit_entries e");
        var text = (string)(await everything.ExecuteScalarAsync())!;
        Assert.DoesNotContain("Rahasia-Diketik", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sandi-Yang-Keliru", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_unicode_password_counts_to_its_last_letter_and_case()
    {
        var portal = await Portal.SharedAsync();
        var password = string.Concat(Enumerable.Range(0, 64).Select(i => "ÄÉñÖşΩ"[i % 6]));
        var user = await portal.Make.UserAsync(Role.Leader);
        var hash = await ((PasswordHashing)portal.Services.GetService(typeof(PasswordHashing))!).HashAsync(password, CancellationToken.None);
        await using var db = portal.Open();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash));
        using var browser = portal.Visitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await Try(browser, user.UserName!, password[..63])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Try(browser, user.UserName!, password.ToLowerInvariant())).Status);
        Assert.True((await Try(browser, user.UserName!, password)).IsRedirect);
    }

    [Fact]
    public async Task A_weaker_hash_is_replaced_at_the_next_sign_in()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        var weak = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 500 })).HashPassword(user, Portal.Password);
        await using var db = portal.Open();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, weak));

        using var first = await portal.SignInAsync(user.UserName!);

        var now = await db.Users.Where(u => u.Id == user.Id).Select(u => u.PasswordHash).SingleAsync();
        Assert.Equal((1, 2u, 1000u), PasswordRulesTests.Decode(now!));
        using var second = await portal.SignInAsync(user.UserName!);
    }

    [Theory]
    [InlineData("/akun?x=1", "/akun?x=1")]
    [InlineData("https://lain.example/", "/")]
    [InlineData("//lain.example/", "/")]
    [InlineData("/\\lain.example", "/")]
    [InlineData("/keluar", "/")]
    public async Task One_returns_to_the_page_one_wanted_but_never_to_another_site(string wanted, string expected)
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        using var browser = portal.Visitor();

        var answer = await browser.SubmitAsync($"/masuk?ke={Uri.EscapeDataString(wanted)}", new() { ["Input.Name"] = user.UserName!, ["Input.Password"] = Portal.Password });

        Assert.Equal(expected, answer.Location);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_told_where_to_return()
    {
        var portal = await Portal.SharedAsync();
        using var browser = portal.Visitor();

        Assert.Equal("/masuk?ke=%2Fakun%3Fa%3D1", (await browser.GetAsync("/akun?a=1")).Location);
        Assert.Equal("/masuk", (await browser.GetAsync("/")).Location);
    }

    internal static Task<Answer> Try(Browser browser, string name, string password) =>
        browser.SubmitAsync("/masuk", new() { ["Input.Name"] = name, ["Input.Password"] = password });

    [GeneratedRegex("(?<=name=\"__(antiPalsu|kunci)\"[^>]*value=\")[^\"]+")]
    private static partial Regex Tokens();
}
