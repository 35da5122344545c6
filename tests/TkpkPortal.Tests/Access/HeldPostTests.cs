using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Proposals;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Tests.Access;

/// <summary>A form that arrives after its sign-in has ended by itself waits for its person, and for nobody else.</summary>
public sealed class HeldPostTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task What_was_typed_goes_on_after_signing_in_again_and_is_saved_once()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        _time.Advance(TimeSpan.FromMinutes(31));

        var held = await form.SendAsync(Fields(name));

        Assert.StartsWith("/masuk?ke=%2Flanjutkan%2F", held.Location, StringComparison.Ordinal);
        Assert.Contains("Isian Anda tersimpan", (await browser.GetAsync(held.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(portal, name));
        await using var db = portal.Open();
        var post = await db.HeldPosts.AsNoTracking().SingleAsync();
        Assert.Equal((user.Id, "/opd/daftarkan"), (post.UserId, post.Path));
        Assert.False(PhotoFiles.Holds(post.SealedForm, name));

        var page = await SignInAgainAsync(browser, user.UserName!, held);
        Assert.Contains("/opd/daftarkan", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 isian", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, page.Html, StringComparison.Ordinal);
        Assert.NotNull((await browser.GetAsync("/opd")).Document.QuerySelector($"main .note a[href='/lanjutkan/{post.Id}']"));
        var goOn = browser.FormOn(page, "", "/opd/daftarkan");

        var saved = await goOn.SendAsync([]);
        var again = await goOn.SendAsync([]);

        Assert.Equal("/opd", saved.Location);
        Assert.Equal($"/lanjutkan/{post.Id}", again.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(again.Location!)).Status);
        Assert.Equal(1, await CountAsync(portal, name));
        Assert.False(await db.HeldPosts.AnyAsync());
        Assert.Null((await browser.GetAsync("/opd")).Document.QuerySelector("main .note a[href^='/lanjutkan/']"));
    }

    [Fact]
    public async Task Two_clicks_at_once_save_once()
    {
        // On the real clock: the second click waits for the first one's answer.
        await using var portal = await Portal.StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        await using (var db = portal.Open())
            await db.LoginSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1)));
        var page = await SignInAgainAsync(browser, user.UserName!, await form.SendAsync(Fields(name)));
        var goOn = browser.FormOn(page, "", "/opd/daftarkan");

        var answers = await Task.WhenAll(goOn.SendAsync([]), goOn.SendAsync([]));

        Assert.All(answers, a => Assert.True(a.IsRedirect));
        Assert.Equal(1, await CountAsync(portal, name));
    }

    [Fact]
    public async Task The_end_after_twelve_hours_keeps_it_too_and_so_does_a_form_that_comes_hours_later()
    {
        await using var portal = await StartAsync();
        var (_, browser, _, _) = await TypeAsync(portal);
        for (var i = 0; i < 35; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/akun")).Status);
        }

        var form = await browser.OpenFormAsync("/opd/daftarkan");
        _time.Advance(TimeSpan.FromMinutes(25));
        Assert.StartsWith("/masuk?ke=%2Flanjutkan%2F", (await form.SendAsync(Fields("Dinas Malam"))).Location, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromHours(11));
        Assert.StartsWith("/masuk?ke=%2Flanjutkan%2F", (await form.SendAsync(Fields("Dinas Pagi"))).Location, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("/masuk", (await form.SendAsync(Fields("Dinas Siang"))).Location);
        Assert.True((await browser.GetAsync("/akun")).IsRedirect);
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_sets_it_going()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        _time.Advance(TimeSpan.FromMinutes(31));
        var held = await form.SendAsync(Fields(name));
        var page = await SignInAgainAsync(browser, user.UserName!, held);
        var id = page.Document.QuerySelector($"input[name={HeldPosts.FieldName}]")!.GetAttribute("value")!;
        using var other = await portal.SignInAsync(Role.Secretariat);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/lanjutkan/{id}")).Status);
        var planted = await other.OpenFormAsync("/opd/daftarkan");
        var answer = await planted.SendAsync(new() { [HeldPosts.FieldName] = id });
        var elsewhere = await (await browser.OpenFormAsync("/mitra/daftarkan")).SendAsync(new() { [HeldPosts.FieldName] = id });

        Assert.Equal($"/lanjutkan/{id}", answer.Location);
        Assert.Equal("/", elsewhere.Location);
        Assert.Equal(0, await CountAsync(portal, name));
        Assert.Equal("/opd", (await browser.FormOn(page, "", "/opd/daftarkan").SendAsync([])).Location);
    }

    [Fact]
    public async Task An_hour_later_it_is_gone_and_the_sweep_deletes_it()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        _time.Advance(TimeSpan.FromMinutes(31));
        var held = await form.SendAsync(Fields(name));
        _time.Advance(TimeSpan.FromMinutes(45));
        var page = await SignInAgainAsync(browser, user.UserName!, held);
        _time.Advance(TimeSpan.FromMinutes(16));

        var late = await browser.FormOn(page, "", "/opd/daftarkan").SendAsync([]);

        Assert.StartsWith("/lanjutkan/", late.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(late.Location!)).Status);
        Assert.Equal(0, await CountAsync(portal, name));
        await using var db = portal.Open();
        await new PurgeExpired(db, _time).RunAsync(CancellationToken.None);
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task A_form_with_a_mistake_is_shown_again_with_everything_typed()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        var agency = await portal.Make.AgencyAsync(name);
        _time.Advance(TimeSpan.FromMinutes(31));
        var page = await SignInAgainAsync(browser, user.UserName!, await form.SendAsync(Fields(name)));

        var refused = await browser.FormOn(page, "", "/opd/daftarkan").SendAsync([]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([AgencyRules.NameTaken.Sentence], refused.Problems);
        Assert.Equal(agency.Name, refused.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Null(refused.Document.QuerySelector("main .note a[href^='/lanjutkan/']"));
        Assert.Equal("/opd", (await browser.FormOn(refused, "/opd/daftarkan").SendAsync(new() { ["Input.Name"] = name + " Baru" })).Location);
        await using var db = portal.Open();
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task A_right_that_was_lost_meanwhile_is_asked_for_again_and_the_form_stays_until_it_is_dropped()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        _time.Advance(TimeSpan.FromMinutes(31));
        var held = await form.SendAsync(Fields(name));
        await using var db = portal.Open();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Role, Role.Leader));
        var page = await SignInAgainAsync(browser, user.UserName!, held);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.FormOn(page, "", "/opd/daftarkan").SendAsync([])).Status);
        Assert.Equal(0, await CountAsync(portal, name));
        Assert.True(await db.HeldPosts.AnyAsync());
        var drop = page.Document.QuerySelectorAll("main form").Single(f => f.TextContent.Contains("Buang", StringComparison.Ordinal));
        Assert.Equal("/", (await new OpenForm(browser, held.Location!.Split('=')[1].Replace("%2F", "/", StringComparison.Ordinal), OpenForm.FieldsOf(drop)).SendAsync([])).Location);
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task A_photo_that_was_on_its_way_is_kept_and_arrives()
    {
        await using var portal = await StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Draft);
        var user = await portal.Make.UserAsync(Role.VillageOperator, village.Id);
        using var browser = await portal.SignInAsync(user.UserName!);
        var form = await browser.OpenFormAsync($"/usulan/{id}/foto");
        _time.Advance(TimeSpan.FromMinutes(31));

        var held = await form.SendAsync(new() { ["Input.Subject"] = "Roof" }, ("Input.Upload", "atap.jpg", PhotoFiles.Phone(6, 1200, 900)));
        var page = await SignInAgainAsync(browser, user.UserName!, held);
        Assert.Contains("1 berkas", page.Text, StringComparison.Ordinal);

        Assert.Equal($"/usulan/{id}/foto", (await browser.FormOn(page, "", $"/usulan/{id}/foto").SendAsync([])).Location);
        await using var db = portal.Open();
        Assert.Equal(PhotoSubject.Roof, (await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id)).Subject);
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task A_session_that_was_ended_on_purpose_keeps_nothing()
    {
        await using var portal = await StartAsync();
        var (user, browser, form, name) = await TypeAsync(portal);
        using var admin = await portal.SignInAsync(Role.Admin);
        Assert.True((await admin.SubmitAsync($"/pengguna/{user.Id}/akhiri-sesi", [])).IsRedirect);

        Assert.Equal("/masuk", (await form.SendAsync(Fields(name))).Location);
        await using var db = portal.Open();
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task Passwords_foreign_tokens_and_strangers_are_not_kept()
    {
        await using var portal = await StartAsync();
        var (_, browser, form, name) = await TypeAsync(portal);
        using var other = await portal.SignInAsync(Role.Secretariat);
        var foreign = await other.OpenFormAsync("/opd/daftarkan");
        var password = await browser.OpenFormAsync("/akun/kata-sandi");
        var leave = await browser.OpenFormAsync("/keluar");
        using var stranger = portal.Visitor();
        _time.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal("/masuk", (await password.SendAsync(new() { ["Input.OldPassword"] = Portal.Password, ["Input.NewPassword"] = "kuda tidur di atas awan" })).Location);
        Assert.Equal("/masuk", (await leave.SendAsync([])).Location);
        Assert.Equal("/masuk", (await new OpenForm(browser, "/opd/daftarkan", [.. foreign.Fields]).SendAsync(Fields(name))).Location);
        Assert.Equal("/masuk", (await new OpenForm(browser, "/opd/daftarkan", [.. form.Fields.Where(f => f.Key != "__antiPalsu")]).SendAsync(Fields(name))).Location);
        Assert.Equal("/masuk", (await new OpenForm(stranger, "/opd/daftarkan", [.. form.Fields]).SendAsync(Fields(name))).Location);
        await using var db = portal.Open();
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task What_is_too_large_is_said_to_be_left_behind()
    {
        await using var portal = await StartAsync();
        var (_, browser, form, _) = await TypeAsync(portal);
        var import = await browser.OpenFormAsync("/impor/unggah");
        _time.Advance(TimeSpan.FromMinutes(31));

        var large = await form.SendAsync(Fields("Dinas Besar"), ("Input.File", "besar.bin", new byte[13 * 1024 * 1024]));
        var upload = await import.SendAsync([], ("Input.File", "daftar.csv", [.. "a;b"u8]));

        Assert.Equal("/masuk?ke=%2Fopd%2Fdaftarkan&tertinggal=true", large.Location);
        Assert.EndsWith("&tertinggal=true", upload.Location, StringComparison.Ordinal);
        Assert.Contains("kirim ulang", (await browser.GetAsync(large.Location!)).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.HeldPosts.AnyAsync());
    }

    [Fact]
    public async Task Five_are_kept_for_one_person_and_the_same_form_once()
    {
        await using var portal = await StartAsync();
        var (user, browser, _, _) = await TypeAsync(portal);
        List<OpenForm> forms = [];
        for (var i = 0; i < 7; i++) forms.Add(await browser.OpenFormAsync("/opd/daftarkan"));
        _time.Advance(TimeSpan.FromMinutes(31));
        List<string> held = [];
        foreach (var form in forms)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await form.SendAsync(Fields("Dinas Pertama"));
            held.Add((await form.SendAsync(Fields("Dinas Kedua"))).Location!);
        }

        await using var db = portal.Open();
        var kept = await db.HeldPosts.AsNoTracking().Where(p => p.UserId == user.Id).Select(p => p.Id).ToListAsync();
        Assert.Equal(HoldPost.MostOfOneUser, kept.Count);
        Assert.All(held.TakeLast(5), location => Assert.Contains(kept, id => location.EndsWith(id.ToString(), StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Fields(string name) => new() { ["Input.Name"] = name, ["Input.ShortName"] = "Dinas", ["Input.HeadTitle"] = "Kepala Dinas" };

    private static async Task<(PortalUser User, Browser Browser, OpenForm Form, string Name)> TypeAsync(Portal portal)
    {
        var user = await portal.Make.UserAsync(Role.Secretariat);
        var browser = await portal.SignInAsync(user.UserName!);
        return (user, browser, await browser.OpenFormAsync("/opd/daftarkan"), Builders.Unique("Dinas Tersimpan"));
    }

    private static async Task<Answer> SignInAgainAsync(Browser browser, string userName, Answer held)
    {
        var signedIn = await browser.SubmitAsync(held.Location!, new() { ["Input.Name"] = userName, ["Input.Password"] = Portal.Password });
        Assert.StartsWith("/lanjutkan/", signedIn.Location, StringComparison.Ordinal);
        return await browser.GetAsync(signedIn.Location!);
    }

    private static async Task<int> CountAsync(Portal portal, string name)
    {
        await using var db = portal.Open();
        return await db.Agencies.CountAsync(a => a.Name == name);
    }

    private Task<Portal> StartAsync() => Portal.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
