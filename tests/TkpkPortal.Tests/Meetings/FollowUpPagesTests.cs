using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Meetings;

public sealed class FollowUpPagesTests
{
    [Theory]
    [InlineData(Role.AgencyOperator)]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.SocialAgency)]
    public async Task Its_own_agency_reports_even_after_approval_and_the_history_tells(Role role)
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(role, agencyId: agency.Id);
        var meeting = await portal.Make.HeldMeetingAsync();
        var followUp = await portal.Make.FollowUpAsync(meeting.Id, agency.Id, new(2019, 9, 30));
        await portal.Make.ApproveAsync(meeting.Id);
        var path = $"/tindak-lanjut/{followUp.Id}/laporkan";

        var silent = await browser.SubmitAsync(path, new() { ["Input.Status"] = "Stuck" });
        var saved = await browser.SubmitAsync(path, new() { ["Input.Status"] = "Stuck", ["Input.Note"] = "Menunggu data dari pusat." });

        Assert.Equal([FollowUpRules.StuckNeedsNote.Sentence], silent.Problems);
        Assert.Equal($"/tindak-lanjut/{followUp.Id}", saved.Location);
        var page = await browser.GetAsync($"/tindak-lanjut/{followUp.Id}");
        Assert.Contains("Menunggu data dari pusat.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Terlambat", page.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(FollowUpStatus.Stuck, (await db.FollowUps.SingleAsync(f => f.Id == followUp.Id)).Status);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.RootId == followUp.Id && a.Subject == nameof(FollowUpReport)));
    }

    [Theory]
    [InlineData(Role.AgencyOperator)]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.SocialAgency)]
    public async Task Another_agency_cannot_report(Role role)
    {
        var portal = await Portal.SharedAsync();
        var owner = await portal.Make.AgencyAsync();
        using var ownerBrowser = await portal.SignInAsync(Role.AgencyOperator, agencyId: owner.Id);
        using var stranger = await portal.SignInAsync(role);
        var meeting = await portal.Make.HeldMeetingAsync();
        var followUp = await portal.Make.FollowUpAsync(meeting.Id, owner.Id, new(2019, 9, 30));
        var path = $"/tindak-lanjut/{followUp.Id}/laporkan";
        var foreignPath = $"/tindak-lanjut/{(await portal.Make.FollowUpAsync(meeting.Id, (await portal.Make.AgencyAsync()).Id)).Id}/laporkan";

        var form = await ownerBrowser.OpenFormAsync(path);
        var page = await stranger.GetAsync($"/tindak-lanjut/{followUp.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        Assert.Null(page.Document.QuerySelector($"a[href='{path}']"));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => ReportAsync(portal, role, followUp.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await ownerBrowser.GetAsync(foreignPath)).Status);
        Assert.True((await form.SendAsync(new() { ["Input.Status"] = "InProgress" })).IsRedirect);
    }

    [Fact]
    public async Task The_second_reporter_sees_what_the_first_changed()
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: agency.Id);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();
        var followUp = await portal.Make.FollowUpAsync(meeting.Id, agency.Id, new(2019, 9, 30));
        var path = $"/tindak-lanjut/{followUp.Id}/laporkan";
        var late = await browser.OpenFormAsync(path);
        await secretariat.SubmitAsync(path, new() { ["Input.Status"] = "Stuck", ["Input.Note"] = "Menunggu anggaran perubahan." });

        var told = await late.SendAsync(new() { ["Input.Status"] = "InProgress" });

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Status dari “belum” menjadi “terkendala”", told.Problems.Single(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(FollowUpStatus.Stuck, (await db.FollowUps.SingleAsync(f => f.Id == followUp.Id)).Status);
    }

    [Fact]
    public async Task The_list_filters_by_status_agency_year_and_lateness_and_opens_on_ones_own()
    {
        await using var portal = await Portal.StartAsync();
        var (own, other) = (await portal.Make.AgencyAsync(), await portal.Make.AgencyAsync());
        using var browser = await portal.SignInAsync(Role.AgencyHead, agencyId: own.Id);
        var meeting = await portal.Make.MeetingAsync(new(2019, 8, 20));
        await portal.Make.FollowUpAsync(meeting.Id, own.Id, new(2019, 9, 30), "Milik sendiri terlambat");
        await portal.Make.FollowUpAsync(meeting.Id, own.Id, new(2099, 9, 30), "Milik sendiri berjalan");
        await portal.Make.FollowUpAsync(meeting.Id, other.Id, new(2019, 9, 30), "Milik OPD lain");

        Assert.Equal(["Milik sendiri terlambat", "Milik sendiri berjalan"], await RowsAsync("/tindak-lanjut"));
        Assert.Equal(3, (await RowsAsync("/tindak-lanjut?opd=semua")).Count);
        Assert.Equal(["Milik OPD lain"], await RowsAsync($"/tindak-lanjut?opd={other.Id}"));
        Assert.Equal(["Milik sendiri terlambat"], await RowsAsync("/tindak-lanjut?terlambat=true"));
        Assert.Equal(3, (await RowsAsync("/tindak-lanjut?opd=semua&status=terbuka&tahun=2019")).Count);
        Assert.Empty(await RowsAsync("/tindak-lanjut?opd=semua&status=selesai"));
        Assert.Empty(await RowsAsync("/tindak-lanjut?opd=semua&tahun=2018"));
        Assert.Equal("PK"u8.ToArray(), (await browser.DownloadAsync("/tindak-lanjut?handler=Export&opd=semua"))[..2]);

        async Task<IReadOnlyList<string>> RowsAsync(string path) =>
            [.. (await browser.GetAsync(path)).Document.QuerySelectorAll("main tbody th > a").Select(a => a.TextContent.Trim())];
    }

    [Fact]
    public async Task A_village_operator_and_a_facilitator_see_neither_rakor_nor_follow_ups()
    {
        var portal = await Portal.SharedAsync();
        foreach (var role in new[] { Role.VillageOperator, Role.Facilitator })
        {
            using var browser = await portal.SignInAsync(role);
            foreach (var path in new[] { "/rakor", "/tindak-lanjut", "/laporan" }) Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        }
    }

    private static async Task ReportAsync(Portal portal, Role role, Guid followUpId)
    {
        var stranger = new Actor { Name = "Orang lain", Role = role, Reach = Actor.ReachOf(role), AgencyId = Guid.NewGuid() };
        await using var db = portal.Open(stranger);
        var version = await db.FollowUps.Where(f => f.Id == followUpId).Select(f => f.Version).SingleAsync();
        await new ReportFollowUp(db, stranger, new(TimeProvider.System, () => KabupatenClock.DefaultZone)).RunAsync(followUpId, FollowUpStatus.InProgress, null, version, default);
    }
}
