using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Access;

public sealed class SessionTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Thirty_idle_minutes_end_a_session_and_work_keeps_it()
    {
        await using var portal = await StartAsync();
        using var browser = await portal.SignInAsync(Role.Leader);
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/akun")).Status);
        }

        _time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/masuk?ke=%2Fakun", (await browser.GetAsync("/akun")).Location);
    }

    [Fact]
    public async Task Twelve_hours_end_a_session_whatever_is_done()
    {
        await using var portal = await StartAsync();
        using var browser = await portal.SignInAsync(Role.Leader);
        for (var i = 0; i < 35; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/akun")).Status);
        }

        _time.Advance(TimeSpan.FromMinutes(20));
        Assert.True((await browser.GetAsync("/akun")).IsRedirect);
    }

    [Fact]
    public async Task Pages_within_a_minute_write_nothing()
    {
        await using var portal = await StartAsync();
        using var browser = await portal.SignInAsync(Role.Leader);
        var before = await SessionAsync(portal);
        _time.Advance(TimeSpan.FromSeconds(50));
        await browser.GetAsync("/akun");
        Assert.Equal(before.SeenAt, (await SessionAsync(portal)).SeenAt);

        _time.Advance(TimeSpan.FromSeconds(20));
        await browser.GetAsync("/akun");

        var after = await SessionAsync(portal);
        Assert.Equal(before.SeenAt.AddSeconds(70), after.SeenAt, TimeSpan.FromMilliseconds(1));
        Assert.Equal(before.Id, after.Id);
    }

    [Fact]
    public async Task Signing_in_makes_a_new_key_and_signing_out_kills_a_copied_cookie()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        using var browser = portal.Visitor();
        browser.Cookies.Add(portal.Address, new Cookie("sesi", "ditanam-orang-lain"));
        await SignInTests.Try(browser, user.UserName!, Portal.Password);
        var cookie = browser.Cookies.GetCookies(portal.Address)["sesi"]!.Value;
        Assert.NotEqual("ditanam-orang-lain", cookie);
        using var thief = portal.Visitor();
        thief.Cookies.Add(portal.Address, new Cookie("sesi", cookie));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/akun")).Status);

        var answer = await browser.SubmitAsync("/keluar", []);

        Assert.Equal("/masuk?keluar=true", answer.Location);
        Assert.Contains("cookies", answer.Response.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
        Assert.True((await thief.GetAsync("/akun")).IsRedirect);
        await using var db = portal.Open();
        Assert.False(await db.LoginSessions.AnyAsync(s => s.UserId == user.Id));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == user.Id && a.Action == AuditAction.SignOut && a.ActorId == user.Id));
    }

    [Fact]
    public async Task A_deactivated_user_is_out_at_the_next_request_and_a_changed_role_works_there()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = await portal.SignInAsync(user.UserName!);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/opd/daftarkan")).Status);

        Assert.True((await admin.SubmitAsync($"/pengguna/{user.Id}", new() { ["Input.Role"] = "Leader" })).IsRedirect);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/opd/daftarkan")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/opd")).Status);

        Assert.True((await admin.SubmitAsync($"/pengguna/{user.Id}/nonaktifkan", [])).IsRedirect);
        Assert.Equal("/masuk?ke=%2Fopd", (await browser.GetAsync("/opd")).Location);
        await using var db = portal.Open();
        Assert.False(await db.LoginSessions.AnyAsync(s => s.UserId == user.Id));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_replaces_the_old_one()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        using var here = await portal.SignInAsync(user.UserName!);
        using var elsewhere = await portal.SignInAsync(user.UserName!);

        var refused = await here.SubmitAsync("/akun/kata-sandi", Fields("bukan yang lama", "kuda tidur di atas awan"));
        Assert.Equal([AccessRules.OldPasswordWrong.Sentence], refused.Problems);
        var weak = await here.SubmitAsync("/akun/kata-sandi", Fields(Portal.Password, "Kabupaten2026!"));
        Assert.Equal([AccessRules.PasswordFromContext.Sentence], weak.Problems);
        var same = await here.SubmitAsync("/akun/kata-sandi", Fields(Portal.Password, Portal.Password));
        Assert.Equal([AccessRules.PasswordUnchanged.Sentence], same.Problems);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/akun")).Status);

        var answer = await here.SubmitAsync("/akun/kata-sandi", Fields(Portal.Password, "kuda tidur di atas awan"));

        Assert.Equal("/akun", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/akun")).Status);
        Assert.True((await elsewhere.GetAsync("/akun")).IsRedirect);
        using var again = portal.Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInTests.Try(again, user.UserName!, Portal.Password)).Status);
        Assert.True((await SignInTests.Try(again, user.UserName!, "kuda tidur di atas awan")).IsRedirect);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == user.Id && a.Action == AuditAction.Update && a.ActorId == user.Id));
    }

    [Fact]
    public async Task A_person_sees_and_ends_own_sessions_and_nobody_elses()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        using var here = await portal.SignInAsync(user.UserName!);
        using var lost = await portal.SignInAsync(user.UserName!);
        using var third = await portal.SignInAsync(user.UserName!);
        using var stranger = await portal.SignInAsync(Role.Admin);
        var page = await here.GetAsync("/akun");
        Assert.Contains("3 sesi terbuka", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sesi ini", page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelectorAll("a[href^='/akun/sesi/']")[^1].GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).Status);
        var other = await stranger.OpenFormAsync("/akun/akhiri-sesi-lain");
        Assert.True((await here.SubmitAsync(link, [])).IsRedirect);

        Assert.True((await lost.GetAsync("/akun")).IsRedirect);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/akun")).Status);
        Assert.True((await here.SubmitAsync("/akun/akhiri-sesi-lain", [])).IsRedirect);
        Assert.True((await third.GetAsync("/akun")).IsRedirect);
        Assert.True((await other.SendAsync([])).IsRedirect);
        Assert.Contains("1 sesi terbuka", (await here.GetAsync("/akun")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_ends_all_sessions_of_a_user()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Leader);
        using var browser = await portal.SignInAsync(user.UserName!);

        await admin.SubmitAsync($"/pengguna/{user.Id}/akhiri-sesi", []);

        Assert.True((await browser.GetAsync("/akun")).IsRedirect);
    }

    [Fact]
    public async Task The_sweep_deletes_sessions_that_ended_long_ago_and_old_form_keys_only()
    {
        await using var portal = await StartAsync();
        using var old = await portal.SignInAsync(Role.Leader);
        await using (var db = portal.Open())
        {
            db.PostedForms.Add(new PostedForm(Guid.NewGuid(), null, _time.GetUtcNow().AddDays(-8)));
            db.PostedForms.Add(new PostedForm(Guid.NewGuid(), null, _time.GetUtcNow().AddDays(-6)));
            await db.SaveChangesAsync();
        }

        _time.Advance(TimeSpan.FromMinutes(45));
        await using var check = portal.Open();
        await new PurgeExpired(check, _time).RunAsync(CancellationToken.None);
        Assert.Equal(1, await check.LoginSessions.CountAsync());
        Assert.True((await old.GetAsync("/akun")).IsRedirect);

        _time.Advance(TimeSpan.FromHours(12));
        using var fresh = await portal.SignInAsync(Role.Leader);
        await new PurgeExpired(check, _time).RunAsync(CancellationToken.None);

        Assert.Equal(1, await check.LoginSessions.CountAsync());
        Assert.Equal(1, await check.PostedForms.CountAsync(f => f.At < _time.GetUtcNow().AddDays(-1)));
        Assert.Equal(HttpStatusCode.OK, (await fresh.GetAsync("/akun")).Status);
    }

    private static Dictionary<string, string> Fields(string old, string chosen) => new() { ["Input.OldPassword"] = old, ["Input.NewPassword"] = chosen };

    private static async Task<LoginSession> SessionAsync(Portal portal)
    {
        await using var db = portal.Open();
        return await db.LoginSessions.AsNoTracking().SingleAsync();
    }

    private Task<Portal> StartAsync() => Portal.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
