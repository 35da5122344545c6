using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Who sees which proposal: pages, lists, counts, downloads.</summary>
public sealed class ProposalScopeTests
{
    private static readonly string[] Pages =
        ["", "/isi/keluarga", "/isi/anggota", "/isi/anggota/baru", "/isi/pertanyaan/perumahan", "/isi/alasan", "/isi/periksa", "/ajukan", "/batalkan", "/muat-terbaru"];

    [Fact]
    public async Task Another_desa_finds_no_page_and_posts_to_nothing()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var name = Builders.Unique("Warga Rahasia");
        var theirs = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Draft, content: Builders.NewFamilyContent(name));
        var own = await portal.Make.ProposalAsync(villages[1].Id, stage: ProposalStage.Draft);
        using var browser = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        var before = (await portal.Make.OpenProposalAsync(theirs)).Proposal.Version;

        foreach (var page in Pages) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/usulan/{theirs}{page}")).Status);
        foreach (var page in new[] { "/isi/keluarga", "/isi/anggota/baru", "/isi/alasan", "/ajukan", "/batalkan" })
        {
            var form = await browser.OpenFormAsync($"/usulan/{own}{page}");
            Assert.Equal(HttpStatusCode.NotFound, (await new OpenForm(browser, $"/usulan/{theirs}{page}", [.. form.Fields]).SendAsync(new() { ["Input.Reason"] = "Iseng." })).Status);
        }

        Assert.DoesNotContain(name, (await browser.GetAsync("/usulan")).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await portal.Make.OpenProposalAsync(theirs)).Proposal.Version);
    }

    [Fact]
    public async Task The_desa_of_arrival_sees_one_row_and_nothing_of_the_proposal()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var name = Builders.Unique("Pindah Uji");
        var family = await portal.Make.HouseholdAsync(villages[0].Id, headName: name);
        var desa = Builders.OperatorOf(villages[0].Id);
        var id = await portal.Make.StartAsync(desa, ProposalKind.Move, householdId: family);
        using var arrival = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        await portal.Make.SaveDraftAsync(desa, id, new FamilyPart(null, false, "Jalan Baru 5", null, null, null, villages[1].Id));
        await portal.Make.SaveDraftAsync(desa, id, new ReasonsPart { Grounds = "Alasan rahasia.", IdentityCardSeen = true, FamilyCardSeen = true });
        Assert.DoesNotContain(name, (await arrival.GetAsync("/usulan/masuk-desa")).Text, StringComparison.Ordinal);
        await portal.Make.SubmitAsync(desa, id);

        var row = Assert.Single((await arrival.GetAsync("/usulan/masuk-desa")).Document.QuerySelectorAll("main tbody tr"));
        Assert.Contains(name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(villages[0].Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Diajukan desa", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Jalan Baru", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("a"));
        Assert.Equal(HttpStatusCode.NotFound, (await arrival.GetAsync($"/usulan/{id}")).Status);
        Assert.DoesNotContain(name, (await arrival.GetAsync("/usulan")).Text, StringComparison.Ordinal);
        using var leaving = await portal.SignInAsync(Role.VillageOperator, villages[0].Id);
        Assert.DoesNotContain(name, (await leaving.GetAsync("/usulan/masuk-desa")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camat_sees_the_own_kecamatan_and_another_one_sees_nothing_counts_included()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var (_, elsewhere, _) = await portal.Make.DistrictAsync(1);
        foreach (var village in villages) await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Deliberated);
        var id = await portal.Make.ProposalAsync(villages[0].Id);
        using var own = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var other = await portal.SignInAsync(Role.DistrictHead, elsewhere.Id);

        Assert.Equal("Semua 3, Diajukan desa 1, Dimusyawarahkan 2", Chips(await own.GetAsync("/usulan")));
        Assert.Equal(2, (await own.GetAsync("/usulan?tahap=Deliberated")).Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Dimusyawarahkan 1", Chips(await own.GetAsync($"/usulan?desa={villages[1].Code}")), StringComparison.Ordinal);
        Assert.Equal("Semua 0", Chips(await other.GetAsync("/usulan")));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/usulan/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/usulan?desa={villages[0].Code}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync($"/usulan/{id}/ajukan")).Status);
    }

    [Fact]
    public async Task A_pendamping_sees_what_is_given_to_visit_and_counts_of_that_only()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(1)).Villages;
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var mine = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.FieldCheckAsked, facilitatorId: visitor.Id);
        var other = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.FieldCheckAsked);
        using var browser = await portal.SignInAsync(visitor.UserName!);

        Assert.Equal("Semua 1, Menunggu cek lapangan 1", Chips(await browser.GetAsync("/usulan")));
        var page = await browser.GetAsync($"/usulan/{mine}");
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/usulan/{mine}/cek-lapangan']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/usulan/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/usulan/baru")).Status);
    }

    [Fact]
    public async Task The_list_pages_finds_a_number_and_downloads_what_it_shows()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        for (var i = 0; i < 30; i++) await portal.Make.ProposalAsync(village.Id, stage: i < 28 ? ProposalStage.Submitted : ProposalStage.Draft);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var first = await browser.GetAsync("/usulan?tahap=Submitted");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        string[] shown = [.. Ids(first), .. Ids(second)];
        Assert.Equal((25, 3, 28), (Ids(first).Length, Ids(second).Length, shown.Distinct().Count()));
        Assert.Equal(Ids(first), Ids(await browser.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));

        var number = first.Document.QuerySelector("tbody td .id")!.TextContent;
        var found = await browser.SubmitAsync("/usulan", new() { ["Cari"] = number });
        Assert.Matches("^/usulan\\?nomor=[0-9]+$", found.Location);
        Assert.Equal(shown[0], Assert.Single(Ids(await browser.GetAsync(found.Location!))));
        var refused = await browser.SubmitAsync("/usulan", new() { ["Cari"] = "Sari" });
        Assert.Equal((HttpStatusCode.BadRequest, DraftRules.NumberUnreadable.Sentence), (refused.Status, refused.Problems.Single()));

        var file = await browser.DownloadAsync("/usulan?handler=Export&tahap=Draft");
        Assert.StartsWith("PK", System.Text.Encoding.ASCII.GetString(file, 0, 2), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Export && a.SubjectName == "Daftar usulan, 2 baris"));
    }

    private static string[] Ids(Answer page) => [.. page.Document.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!)];

    private static string Chips(Answer page) => string.Join(", ", page.Document.QuerySelectorAll(".chips--stages a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
