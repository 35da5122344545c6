using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class WorkListTests
{
    [Fact]
    public async Task A_camat_sees_late_cycles_first_and_nothing_of_another_kecamatan_not_even_in_a_count()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var (_, other, _) = await portal.Make.DistrictAsync(1);
        // The one of the later cycle has waited longer; the deadline decides all the same.
        var inTime = await NamedAsync(portal, villages[0].Id, "Keluarga Tepat Waktu", Builders.CycleFromNow(2));
        await portal.Make.AgeProposalAsync(inTime, TimeSpan.FromDays(30));
        var late = await NamedAsync(portal, villages[1].Id, "Keluarga Terlambat", Builders.CycleFromNow(-3));
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var stranger = await portal.SignInAsync(Role.DistrictHead, other.Id);

        var page = await camat.GetAsync("/usulan/tugas");
        var onlyLate = await camat.GetAsync("/usulan/tugas?lewat=true");
        var theirs = await stranger.GetAsync("/usulan/tugas");
        var home = await camat.GetAsync("/");

        Assert.Equal([late, inTime], RowsOf(page));
        Assert.Equal([late], RowsOf(onlyLate));
        Assert.Contains("Menunggu verifikasi kecamatan: 2 usulan", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 lewat batas", page.Text, StringComparison.Ordinal);
        Assert.Contains("30 hari", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 usulan menunggu verifikasi Anda", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keluarga Terlambat", theirs.Html, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang menunggu Anda sekarang", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu verifikasi Anda", (await stranger.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/usulan/tugas?desa={villages[0].Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/usulan/{late}/verifikasi")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camat.GetAsync("/usulan/tugas?kelompok=pengesahan")).Status);
    }

    [Fact]
    public async Task A_long_list_is_paged_forth_and_back_over_the_late_and_the_timely_without_loss()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        List<Guid> all = [];
        foreach (var cycle in new[] { Builders.CycleFromNow(-2), Builders.CycleFromNow(2) })
            for (var i = 0; i < 30; i++) all.Add(await NamedAsync(portal, village.Id, $"Keluarga {all.Count}", cycle));
        using var camat = await portal.SignInAsync(Role.DistrictHead, village.ParentId!.Value);

        List<Guid> forth = [], back = [];
        var path = "/usulan/tugas";
        string? last = null;
        for (string? next = path; next is not null;)
        {
            var page = await camat.GetAsync(next);
            forth.AddRange(RowsOf(page));
            (last, next) = (next, page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        }

        for (string? previous = last; previous is not null;)
        {
            var page = await camat.GetAsync(previous);
            back.InsertRange(0, RowsOf(page));
            previous = page.Document.QuerySelector("a[rel=prev]")?.GetAttribute("href");
        }

        Assert.Equal(all, forth);
        Assert.Equal(all, back);
    }

    [Fact]
    public async Task Dinas_Sosial_answers_own_data_first_with_its_clock_and_is_told_what_evidence_is_missing()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var (first, second) = (await portal.Make.HouseholdAsync(village.Id), await portal.Make.HouseholdAsync(village.Id));
        var fresh = await portal.Make.ProposalAsync(village.Id, ProposalKind.OwnDataAccess, ProposalStage.Submitted, first, await portal.Make.ContentOfAsync(first));
        await portal.Make.AgeProposalAsync(fresh, TimeSpan.FromHours(57.5));
        var late = await portal.Make.ProposalAsync(village.Id, ProposalKind.OwnDataAccess, ProposalStage.Submitted, second, await portal.Make.ContentOfAsync(second));
        await portal.Make.AgeProposalAsync(late, TimeSpan.FromHours(74.5));
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified, content: Builders.NewFamilyContent() with { IdentityCardSeen = false });
        using var social = await portal.SignInAsync(Role.SocialAgency);

        var page = await social.GetAsync("/usulan/tugas");
        var waiting = await social.GetAsync("/usulan/tugas?kelompok=dinas-sosial");

        Assert.Contains("Permintaan data sendiri: 2 usulan", page.Text, StringComparison.Ordinal);
        Assert.Equal([late, fresh], RowsOf(page));
        Assert.Contains("lewat 3 jam", page.Text, StringComparison.Ordinal);
        Assert.Contains("sisa 14 jam", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 lewat batas", page.Text, StringComparison.Ordinal);
        Assert.Contains("KTP belum dilihat, tanpa foto", waiting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_holds_every_row_of_the_duty_and_is_written_down()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var me = await portal.Make.UserAsync(Role.DistrictHead, village.ParentId);
        for (var i = 0; i < 27; i++) await NamedAsync(portal, village.Id, $"Keluarga Unduhan {i:00}", Builders.CycleFromNow(i % 2 == 0 ? -2 : 2));
        using var camat = await portal.SignInAsync(me.UserName!);

        var text = SheetText(await camat.DownloadAsync("/usulan/tugas?handler=Export"));

        for (var i = 0; i < 27; i++) Assert.Contains($"Keluarga Unduhan {i:00}", text, StringComparison.Ordinal);
        Assert.Contains(village.Code, text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Contains("27 baris", (await db.AuditEntries.SingleAsync(a => a.Action == AuditAction.Export && a.ActorId == me.Id)).SubjectName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desa_sees_drafts_returned_and_waiting_and_a_leader_sees_no_list()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var returned = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified);
        using var social = await portal.SignInAsync(Role.SocialAgency);
        await social.SubmitAsync($"/usulan/{returned}/kembalikan", new() { ["Input.Reason"] = "Foto rumah kurang jelas." });
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Draft);
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Submitted);
        using var desk = await portal.SignInAsync(Role.VillageOperator, village.Id);
        using var leader = await portal.SignInAsync(Role.Leader);

        var page = await desk.GetAsync("/usulan/tugas");

        Assert.Equal([returned], RowsOf(page));
        Assert.Contains("Foto rumah kurang jelas.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "1"], page.Document.QuerySelectorAll(".counts b").Select(b => b.TextContent));
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/usulan/tugas")).Status);
    }

    [Fact]
    public async Task A_pendamping_sees_the_own_visits_desa_by_desa()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var me = await portal.Make.UserAsync(Role.Facilitator);
        List<Guid> visits = [];
        foreach (var village in new[] { villages[1], villages[0], villages[1], villages[0] })
            visits.Add(await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.FieldCheckAsked, facilitatorId: me.Id));
        await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.FieldCheckAsked);
        using var browser = await portal.SignInAsync(me.UserName!);

        var page = await browser.GetAsync("/usulan/tugas");
        var one = await browser.GetAsync($"/usulan/tugas?desa={villages[1].Code}");

        Assert.Equal([visits[1], visits[3], visits[0], visits[2]], RowsOf(page));
        Assert.Equal([visits[0], visits[2]], RowsOf(one));
        Assert.Contains("Menunggu kunjungan: 4 usulan", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/laporan/kunjungan.html']"));
        Assert.Contains("4 usulan menunggu kunjungan Anda", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    internal static string SheetText(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static Task<Guid> NamedAsync(Portal portal, Guid villageId, string name, DateOnly cycle) =>
        portal.Make.ProposalAsync(villageId, stage: ProposalStage.Deliberated, content: Builders.NewFamilyContent(name), cycle: cycle);

    private static List<Guid> RowsOf(Answer page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[^1]))];
}
