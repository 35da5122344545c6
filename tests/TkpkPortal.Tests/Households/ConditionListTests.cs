using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class ConditionListTests
{
    [Fact]
    public async Task One_condition_and_several_narrow_list_count_chips_and_workbook()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var families = new List<Guid>();
        for (var i = 0; i < 5; i++) families.Add(await portal.Make.HouseholdAsync(villages[i % 2].Id, headName: $"Nama {i}"));
        foreach (var i in new[] { 0, 1, 2 }) await portal.Make.SurveyAsync(families[i], "dtsen", new(2026, 1, 5), ("jenis_lantai", "8"), ("fasilitas_bab", i == 0 ? "1" : "6"));
        await portal.Make.SurveyAsync(families[3], "dtsen", new(2026, 1, 5), ("fasilitas_bab", "6"));
        await portal.Make.RankAsync(families[1], 1);
        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);

        var one = await browser.GetAsync("/keluarga?kondisi=lantai-tanah");
        var both = await browser.GetAsync("/keluarga?kondisi=lantai-tanah&kondisi=tanpa-jamban");
        var ranked = await browser.GetAsync("/keluarga?kondisi=lantai-tanah&kondisi=tanpa-jamban&desil=1");
        var none = await browser.GetAsync("/keluarga?kondisi=lantai-tanah&kondisi=kayu-bakar");

        Assert.Equal(["Nama 0", "Nama 1", "Nama 2"], Names(one).Order());
        Assert.Contains("3 keluarga cocok", one.Text, StringComparison.Ordinal);
        Assert.Equal(["Nama 1", "Nama 2"], Names(both).Order());
        Assert.Contains("2 keluarga cocok", both.Text, StringComparison.Ordinal);
        Assert.Equal(["Nama 1"], Names(ranked));
        Assert.Contains("Tidak ada keluarga yang cocok", none.Text, StringComparison.Ordinal);
        var without = both.Document.QuerySelector(".chips a[aria-label='Hapus saringan Lantai tanah']")!.GetAttribute("href")!;
        Assert.Equal(["Nama 1", "Nama 2", "Nama 3"], Names(await browser.GetAsync(without)).Order());
        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync("/keluarga?kondisi=lantai-tanah&handler=Export")), useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Contains("Lantai tanah", (string)r["kondisi"], StringComparison.Ordinal));
        Assert.Empty(Names(await (await portal.SignInAsync(Role.VillageOperator, (await portal.Make.DistrictAsync(1)).Villages[0].Id)).GetAsync("/keluarga?kondisi=lantai-tanah")));
    }

    [Fact]
    public async Task Several_conditions_page_forth_and_back_without_a_gap()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(3);
        var wanted = new List<string>();
        await using (var db = portal.Open())
        {
            for (var i = 0; i < 90; i++)
            {
                var family = new Household(villages[i % 3].Id, DateTimeOffset.UtcNow);
                var head = new HouseholdMember(family.Id);
                head.Correct(new($"Warga {i:00}", FamilyRelation.Head, Sex.Male, new(1980, 1, 1), null, null));
                family.Take(head);
                var has = HouseholdConditions.EarthFloor | (i % 3 == 2 || i % 4 == 0 ? 0 : HouseholdConditions.WeakWall);
                family.Observe(has, has, has);
                db.Households.Add(family);
                if (has.HasFlag(HouseholdConditions.WeakWall)) wanted.Add(head.Name);
            }

            await db.SaveChangesAsync();
            await TallyRecount.RunAsync(db, [.. villages.Select(v => v.Id)], CancellationToken.None);
        }

        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);
        var first = await browser.GetAsync("/keluarga?kondisi=lantai-tanah&kondisi=dinding-tidak-layak");
        var second = await browser.GetAsync(Link(first, "next")!);
        var back = await browser.GetAsync(Link(second, "prev")!);

        Assert.Contains($"{wanted.Count} keluarga cocok", first.Text, StringComparison.Ordinal);
        Assert.Equal(wanted.Order(), Names(first).Concat(Names(second)).Order());
        Assert.Null(Link(second, "next"));
        Assert.Equal(Names(first), Names(back));
    }

    [Fact]
    public async Task More_than_a_thousand_families_with_two_conditions_are_counted_as_more_than_a_thousand()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(3);
        await portal.Make.SettingsAsync(s => s.RegencyId = regency.Id);
        await using (var db = portal.Open())
        {
            var has = (long)(HouseholdConditions.EarthFloor | HouseholdConditions.WeakWall);
            foreach (var village in villages)
                await db.Database.ExecuteSqlAsync($"""
                    insert into households (id, village_id, head_name, address, conditions, known_conditions, member_count, active_program_count, registered_at, updated_at)
                    select gen_random_uuid(), {village.Id}, 'Warga ' || lpad(i::text, 4, '0'), '', {has}, {has}, 1, 0, now(), now() from generate_series(1, 450) i
                    """);
            await TallyRecount.RunAsync(db, [.. villages.Select(v => v.Id)], CancellationToken.None);
        }

        using var browser = await portal.SignInAsync(Role.Secretariat);
        var first = await browser.GetAsync("/keluarga?kondisi=lantai-tanah&kondisi=dinding-tidak-layak");
        var last = await browser.GetAsync($"/keluarga?kondisi=lantai-tanah&kondisi=dinding-tidak-layak&desa={villages[2].Code}");

        Assert.Contains("Lebih dari 1.000 keluarga cocok", first.Text, StringComparison.Ordinal);
        Assert.Contains("450 keluarga cocok", last.Text, StringComparison.Ordinal);
        var (seen, page) = (0, first);
        while (true)
        {
            seen += Names(page).Count;
            if (Link(page, "next") is not { } next) break;
            page = await browser.GetAsync(next);
        }

        Assert.Equal(1350, seen);
    }

    [Fact]
    public async Task Families_per_desa_are_also_counted_by_condition()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, district, villages) = await portal.Make.DistrictAsync(2);
        await portal.Make.SettingsAsync(s => s.RegencyId = regency.Id);
        var families = new List<Guid>();
        for (var i = 0; i < 4; i++) families.Add(await portal.Make.HouseholdAsync(villages[i / 3].Id));
        foreach (var family in families.Take(2)) await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("jenis_lantai", "8"));
        await portal.Make.RankAsync(families[0], 1);
        using var leader = await portal.SignInAsync(Role.Leader);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var page = await leader.GetAsync($"/keluarga-per-desa?kecamatan={district.Code}&kondisi=lantai-tanah");
        var linked = await secretariat.GetAsync($"/keluarga-per-desa?kecamatan={district.Code}&kondisi=lantai-tanah");

        Assert.Equal(["2", "66,7 %", "1", "0", "1", "2"], Numbers(page, 0));
        Assert.Equal(["0", "0,0 %", "0", "0", "0", "0"], Numbers(page, 1));
        Assert.Equal(["2", "50,0 %", "1", "0", "1", "2"], Numbers(page, 2));
        Assert.DoesNotContain("/keluarga?", page.Html, StringComparison.Ordinal);
        var link = linked.Document.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.Contains("desil=1", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("1 keluarga cocok", (await secretariat.GetAsync(link)).Text, StringComparison.Ordinal);

        await portal.Make.SurveyAsync(families[2], "dtsen", new(2026, 1, 5), ("jenis_lantai", "8"));
        Assert.Equal(["3", "100,0 %", "1", "0", "2", "3"], Numbers(await leader.GetAsync($"/keluarga-per-desa?kecamatan={district.Code}&kondisi=lantai-tanah"), 0));
    }

    private static string? Link(Answer page, string rel) => page.Document.QuerySelector($".pager a[rel={rel}]")?.GetAttribute("href");

    private static List<string> Names(Answer page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(th => th.TextContent.Trim())];

    private static List<string> Numbers(Answer page, int row) => [.. page.Document.QuerySelectorAll("tbody tr")[row].QuerySelectorAll("td").Select(td => td.TextContent.Trim())];
}
