using System.Net;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Proposals;

public sealed class CycleBoardTests
{
    [Fact]
    public async Task The_board_counts_stages_and_how_far_they_came_by_area_for_one_cycle()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, district, villages) = await portal.Make.DistrictAsync(2);
        await portal.Make.SettingsAsync(s => s.RegencyId = regency.Id);
        var cycle = Builders.CycleFromNow(0);
        await MakeAsync(portal, villages[0].Id, cycle, ProposalStage.Draft, ProposalStage.Submitted, ProposalStage.Deliberated, ProposalStage.SocialVerified, ProposalStage.Approved);
        await MakeAsync(portal, villages[1].Id, cycle, ProposalStage.Deliberated, ProposalStage.FieldChecked);
        await MakeAsync(portal, villages[1].Id, cycle.AddMonths(-2), ProposalStage.Approved);
        var rejected = (await MakeAsync(portal, villages[1].Id, cycle, ProposalStage.DistrictVerified))[0];
        var household = await portal.Make.HouseholdAsync(villages[0].Id);
        await portal.Make.ProposalAsync(villages[0].Id, ProposalKind.OwnDataAccess, ProposalStage.Submitted, household, await portal.Make.ContentOfAsync(household), cycle: cycle);
        using var social = await portal.SignInAsync(Role.SocialAgency);
        await social.SubmitAsync($"/usulan/{rejected}/tolak", new() { ["Input.Reason"] = "Sudah mampu" });
        using var leader = await portal.SignInAsync(Role.Leader);

        var page = await leader.GetAsync("/usulan/papan");
        var drilled = await leader.GetAsync($"/usulan/papan?kecamatan={district.Code}");
        var every = await leader.GetAsync("/usulan/papan?periode=semua");
        var earlier = await leader.GetAsync($"/usulan/papan?periode={cycle.AddMonths(-2):yyyy-MM}");

        // Registered 8; handed in 7; found worthy 6; the kecamatan 4, of which one was rejected after; Dinas Sosial 3; approved 1.
        Assert.Equal([8, 7, 6, 4, 3, 1, 0, 0, 1, 0], Way(page));
        Assert.Equal([9, 8, 7, 5, 4, 2, 0, 0, 1, 0], Way(every));
        Assert.Equal([1, 1, 1, 1, 1, 1, 0, 0, 0, 0], Way(earlier));
        // Desa, Musyawarah (with the question about own data), Kecamatan, Dinas Sosial, Lapangan, Pengesahan, Pengiriman, Pusat, Selesai, Ditolak, Jumlah.
        Assert.Equal([1, 2, 2, 0, 0, 2, 1, 0, 0, 1, 9], Row(page, district.Name));
        Assert.Equal([1, 2, 1, 0, 0, 1, 1, 0, 0, 0, 6], Row(drilled, villages[0].Name));
        Assert.Equal([0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 3], Row(drilled, villages[1].Name));
        Assert.Contains("Batas pengajuan", (await leader.GetAsync($"/usulan/papan?periode={cycle.AddMonths(2):yyyy-MM}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Paling lama sejak", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warga Usulan", page.Html, StringComparison.Ordinal);
        var home = await leader.GetAsync("/");
        Assert.Contains("8 usulan dalam proses", home.Text, StringComparison.Ordinal);
        Assert.Contains($"tertua dari periode {Indonesian.MonthYear(cycle.AddMonths(-2))}, 1 usulan", home.Text, StringComparison.Ordinal);
        var paper = PrintedPaper.Read(await leader.DownloadAsync(FormattableString.Invariant($"/laporan/papan-usulan/{cycle:yyyy-MM}.pdf")));
        Assert.Single(paper.Pages);
        Assert.Contains("Jumlah 1 2 2 0 0 2 1 0 0 1 9", paper.Text, StringComparison.Ordinal);
        var sheet = WorkListTests.SheetText(await leader.DownloadAsync("/usulan/papan?handler=Export"));
        Assert.Contains(villages[0].Code, sheet, StringComparison.Ordinal);
        Assert.Contains(villages[1].Name, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camat_sees_days_and_the_oldest_of_the_own_kecamatan_only()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var (_, other, otherVillages) = await portal.Make.DistrictAsync(1);
        var (old, young) = (await MakeAsync(portal, villages[0].Id, Builders.CycleFromNow(0), ProposalStage.Deliberated)).Concat(await MakeAsync(portal, villages[0].Id, Builders.CycleFromNow(0), ProposalStage.Deliberated)).ToList() is [var a, var b] ? (a, b) : default;
        await portal.Make.AgeProposalAsync(old, TimeSpan.FromDays(20));
        await portal.Make.AgeProposalAsync(young, TimeSpan.FromDays(10));
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var stranger = await portal.SignInAsync(Role.DistrictHead, other.Id);

        var page = await camat.GetAsync("/usulan/papan?periode=semua");
        var theirs = await stranger.GetAsync("/usulan/papan?periode=semua");

        var stage = page.Document.QuerySelectorAll("table.stack tbody tr").Single(r => r.TextContent.Contains("Dimusyawarahkan", StringComparison.Ordinal));
        Assert.Equal(("2", "15"), (stage.QuerySelectorAll("td")[0].TextContent.Trim(), stage.QuerySelectorAll("td")[1].TextContent.Trim()));
        Assert.Contains("(20 hari)", stage.TextContent, StringComparison.Ordinal);
        Assert.Equal("/usulan?tahap=Deliberated", stage.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(0, Row(theirs, other.Name)[^1]);
        Assert.DoesNotContain(district.Name, theirs.Html, StringComparison.Ordinal);
        Assert.Contains(otherVillages[0].Name, (await stranger.GetAsync($"/usulan/papan?kecamatan={other.Code}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/usulan/papan?kecamatan={district.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camat.GetAsync("/usulan/papan?periode=2026-13")).Status);
    }

    [Theory]
    [InlineData(3, "Batas pengajuan 11 November, 3 hari lagi")]
    [InlineData(0, "Batas pengajuan 11 November, hari ini")]
    [InlineData(-2, "Batas pengajuan 11 November, lewat 2 hari")]
    public void A_deadline_counts_down_in_words(int days, string sentence) =>
        Assert.Equal(sentence, CycleCountdown.Of(new CycleDefaults().Of(Builders.Cycle), new DateOnly(2026, 11, 11).AddDays(-days))[0].Sentence);

    [Theory]
    [InlineData(14.9, "sisa 14 jam")]
    [InlineData(0.2, "sisa 0 jam")]
    [InlineData(-0.2, "lewat 1 jam")]
    [InlineData(-3, "lewat 3 jam")]
    [InlineData(-273, "lewat 11 hari")]
    public void The_clock_of_own_data_counts_whole_hours(double hours, string words) =>
        Assert.Equal(words, CycleCountdown.Hours(DateTimeOffset.UnixEpoch.AddHours(hours), DateTimeOffset.UnixEpoch));

    private static async Task<List<Guid>> MakeAsync(Portal portal, Guid villageId, DateOnly cycle, params ProposalStage[] stages)
    {
        List<Guid> made = [];
        foreach (var stage in stages) made.Add(await portal.Make.ProposalAsync(villageId, stage: stage, cycle: cycle));
        return made;
    }

    private static int[] Way(Answer page) => [.. page.Document.QuerySelectorAll(".counts b").Select(b => int.Parse(b.TextContent, Indonesian.Culture))];

    private static int[] Row(Answer page, string area) =>
        [.. page.Document.QuerySelectorAll(".scroll tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == area).QuerySelectorAll("td").Select(d => int.Parse(d.TextContent, Indonesian.Culture))];
}
