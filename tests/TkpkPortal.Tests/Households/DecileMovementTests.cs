using System.Net;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class DecileMovementTests
{
    [Fact]
    public async Task The_matrix_equals_counting_by_hand_for_all_for_a_desa_and_for_its_operator()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(2);
        await portal.Make.SettingsAsync(s => s.RegencyId = regency.Id);
        var random = new Random(7);
        var ranks = new List<(Guid Id, int Village, bool InFirst, int? First, bool InSecond, int? Second)>();
        for (var i = 0; i < 60; i++)
        {
            var village = random.Next(2);
            ranks.Add((await portal.Make.HouseholdAsync(villages[village].Id), village, random.Next(6) > 0, Rank(), random.Next(6) > 0, Rank()));
        }

        var from = await portal.Make.ReleaseAsync("P3KE", new(2024, 1, 1), ranks.Where(r => r.InFirst).Select(r => (r.Id, r.First)));
        var to = await portal.Make.ReleaseAsync("DTSEN", new(2026, 1, 1), ranks.Where(r => r.InSecond).Select(r => (r.Id, r.Second)));
        using var leader = await portal.SignInAsync(Role.Leader);
        using var desa = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);

        Check(await leader.GetAsync("/keluarga/pergerakan-desil"), ranks.ConvertAll(Pair));
        Check(await leader.GetAsync($"/keluarga/pergerakan-desil?desa={villages[0].Code}"), [.. ranks.Where(r => r.Village == 0).Select(Pair)]);
        Check(await desa.GetAsync("/keluarga/pergerakan-desil"), [.. ranks.Where(r => r.Village == 1).Select(Pair)]);
        Check(await leader.GetAsync($"/keluarga/pergerakan-desil?dari={to}&ke={from}"), [.. ranks.Select(Pair).Select(p => (p.Item2, p.Item1))]);
        Assert.Equal(HttpStatusCode.NotFound, (await desa.GetAsync($"/keluarga/pergerakan-desil?desa={villages[0].Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/keluarga/pergerakan-desil?dari={Guid.NewGuid()}")).Status);
        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await leader.DownloadAsync("/keluarga/pergerakan-desil?handler=Export")), useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(11, rows.Count);
        Assert.Equal(60 - ranks.Count(r => !r.InFirst && !r.InSecond), rows.Sum(r => Convert.ToInt32(r["jumlah"], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("P3KE 1 Januari 2024", rows[0]["dari_rilis"]);

        int? Rank() => random.Next(11) is > 0 and var d ? d : null;
        static (int?, int?) Pair((Guid, int, bool InFirst, int? First, bool InSecond, int? Second) r) => (r.InFirst ? r.First ?? 0 : null, r.InSecond ? r.Second ?? 0 : null);
    }

    [Fact]
    public async Task Of_one_release_there_is_no_movement_and_the_page_says_what_to_do()
    {
        await using var portal = await Portal.StartAsync();
        using var leader = await portal.SignInAsync(Role.Leader);

        Assert.Contains("Belum ada dua rilis untuk dibandingkan", (await leader.GetAsync("/keluarga/pergerakan-desil")).Text, StringComparison.Ordinal);
        await portal.Make.ReleaseAsync("DTSEN", new(2026, 1, 1), []);
        Assert.Contains("Belum ada dua rilis untuk dibandingkan", (await leader.GetAsync("/keluarga/pergerakan-desil")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_tells_every_release_newest_first()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        await portal.Make.ReleaseAsync("P3KE", new(2024, 1, 1), [(family, 2)]);
        await portal.Make.ReleaseAsync("DTSEN", new(2026, 1, 1), [(family, null)]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var lines = (await browser.GetAsync($"/keluarga/{family}")).Document.QuerySelectorAll("#desil li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.StartsWith("DTSEN, rilis 1 Januari 2026", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Desil belum diketahui", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Desil 2", lines[1], StringComparison.Ordinal);
    }

    /// <summary>Null is not in the release, 0 is in it without a decile; both count as unknown.</summary>
    private static void Check(Answer page, IReadOnlyList<(int? From, int? To)> families)
    {
        var ranked = families.Where(f => f.From is not null || f.To is not null).Select(f => (From: f.From ?? 0, To: f.To ?? 0)).ToList();
        int[] order = [.. Enumerable.Range(1, 10), 0];
        var cells = page.Document.QuerySelectorAll(".moves tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim() is "–" ? 0 : int.Parse(c.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var sums = page.Document.QuerySelectorAll(".moves tfoot td").Select(c => int.Parse(c.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        for (var r = 0; r < 11; r++)
        {
            for (var c = 0; c < 11; c++) Assert.Equal(ranked.Count(f => f.From == order[r] && f.To == order[c]), cells[r][c]);
            Assert.Equal(ranked.Count(f => f.From == order[r]), cells[r][11]);
            Assert.Equal(ranked.Count(f => f.To == order[r]), sums[r]);
        }

        var both = ranked.Where(f => f.From > 0 && f.To > 0).ToList();
        Assert.Equal(ranked.Count, sums[11]);
        Assert.Contains($"Dari {Indonesian.Count(both.Count, "keluarga")} yang mempunyai desil pada kedua rilis, {both.Count(f => f.To > f.From)} (", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{both.Count(f => f.To < f.From)} (", page.Text, StringComparison.Ordinal);
    }
}
