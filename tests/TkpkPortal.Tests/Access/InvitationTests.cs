using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Tests.Access;

public sealed class InvitationTests
{
    private const string Chosen = "kuda tidur di atas awan";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task An_invited_person_chooses_a_password_once_and_signs_in()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var name = "undangan" + Guid.NewGuid().ToString("N")[..8];

        var answer = await admin.SubmitAsync("/pengguna/undang", UserPagesTests.Fields(name, Role.Leader));

        var page = await admin.GetAsync(answer.Location!);
        var link = page.Document.QuerySelector(".link-once code")!.TextContent;
        Assert.StartsWith("http://127.0.0.1/undangan/", link, StringComparison.Ordinal);
        var token = link[(link.LastIndexOf('/') + 1)..];
        Assert.Equal(22, token.Length);
        Assert.Null((await admin.GetAsync(answer.Location!)).Document.QuerySelector(".link-once"));
        await using var db = portal.Open();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == name);
        Assert.Null(user.PasswordHash);
        Assert.Equal(OneTimeToken.Digest(token), user.InvitationDigest);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == user.Id && a.Action == AuditAction.Create));

        using var visitor = portal.Visitor();
        var weak = await visitor.SubmitAsync($"/undangan/{token}", new() { ["Input.Password"] = "Kabupaten2026!" });
        Assert.Equal([AccessRules.PasswordFromContext.Sentence], weak.Problems);
        var late = await visitor.OpenFormAsync($"/undangan/{token}");
        Assert.Equal("/masuk", (await visitor.SubmitAsync($"/undangan/{token}", new() { ["Input.Password"] = Chosen })).Location);
        Assert.Contains($"nama pengguna {name}", (await visitor.GetAsync("/masuk")).Text, StringComparison.Ordinal);
        Assert.True((await SignInTests.Try(visitor, name, Chosen)).IsRedirect);

        using var second = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"/undangan/{token}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await late.SendAsync(new() { ["Input.Password"] = "kata sandi orang lain" })).Status);
        Assert.True((await SignInTests.Try(second, name, Chosen)).IsRedirect);
    }

    [Fact]
    public async Task A_link_lives_72_hours()
    {
        await using var portal = await StartAsync();
        var user = await portal.Make.UserAsync(Role.Leader);
        var link = await RunAsync<RenewInvitation, OneTimeLink>(portal, r => r.RunAsync(user.Id, CancellationToken.None));
        using var visitor = portal.Visitor();
        _time.Advance(TimeSpan.FromHours(71));
        var form = await visitor.OpenFormAsync($"/undangan/{link.Token}");
        _time.Advance(TimeSpan.FromHours(1.1));

        var answer = await form.SendAsync(new() { ["Input.Password"] = Chosen });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(AccessRules.InvitationInvalid.Sentence, answer.Text, StringComparison.Ordinal);
        Assert.True((await SignInTests.Try(visitor, user.UserName!, Portal.Password)).IsRedirect);
    }

    [Fact]
    public async Task A_new_link_replaces_the_earlier_one_ends_sessions_when_used_and_opens_a_locked_account()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Leader);
        using var open = await portal.SignInAsync(user.UserName!);
        var first = await LinkAsync(admin, user.Id);
        var second = await LinkAsync(admin, user.Id);
        using var visitor = portal.Visitor();
        for (var i = 0; i < 5; i++) await SignInTests.Try(visitor, user.UserName!, "sandi yang keliru");
        Assert.Contains("Lima kali salah kata sandi", (await admin.GetAsync($"/pengguna/{user.Id}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync("/akun")).Status);
        Assert.True((await visitor.SubmitAsync(second, new() { ["Input.Password"] = Chosen })).IsRedirect);

        Assert.True((await open.GetAsync("/akun")).IsRedirect);
        Assert.True((await SignInTests.Try(visitor, user.UserName!, Chosen)).IsRedirect);
    }

    [Fact]
    public async Task A_deactivated_user_has_no_link()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Leader);
        var link = await LinkAsync(admin, user.Id);
        await admin.SubmitAsync($"/pengguna/{user.Id}/nonaktifkan", []);
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
        var answer = await admin.SubmitAsync($"/pengguna/{user.Id}/tautan", []);
        Assert.Equal([AccessRules.InactiveHasNoLink.Sentence], answer.Problems);
    }

    [Fact]
    public async Task A_fresh_portal_has_nobody_until_the_server_makes_the_first_admin()
    {
        await using var portal = await StartAsync();
        await using var db = portal.Open();
        Assert.Equal(0, await db.Users.CountAsync());

        var link = await FirstAdminAsync(portal, "kepala");
        var again = await FirstAdminAsync(portal, "kepala");

        Assert.Equal(_time.GetUtcNow().AddHours(1), again.ExpiresAt);
        Assert.Equal(link.UserId, again.UserId);
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/undangan/{link.Token}")).Status);
        await visitor.SubmitAsync($"/undangan/{again.Token}", new() { ["Input.Password"] = Chosen });
        Assert.True((await SignInTests.Try(visitor, "kepala", Chosen)).IsRedirect);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/pengguna")).Status);
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => FirstAdminAsync(portal, "lain"));
        Assert.Same(AccessRules.AdminExists, refused.Rule);
        Assert.Equal(1, await db.Users.CountAsync());
    }

    private static async Task<string> LinkAsync(Browser admin, Guid userId)
    {
        var answer = await admin.SubmitAsync($"/pengguna/{userId}/tautan", []);
        var page = await admin.GetAsync(answer.Location!);
        return new Uri(page.Document.QuerySelector(".link-once code")!.TextContent).AbsolutePath;
    }

    private static Task<OneTimeLink> FirstAdminAsync(Portal portal, string name) =>
        RunAsync<CreateFirstAdmin, OneTimeLink>(portal, c => c.RunAsync(name, "Kepala Contoh", CancellationToken.None));

    private static async Task<TResult> RunAsync<TUseCase, TResult>(Portal portal, Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Baris perintah");
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private Task<Portal> StartAsync() => Portal.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
