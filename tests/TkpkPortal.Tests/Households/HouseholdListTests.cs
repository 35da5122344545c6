using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class HouseholdListTests
{
    [Fact]
    public async Task Pages_follow_one_another_forth_and_back_without_a_gap()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var names = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            names.Add(Builders.Unique($"Warga {i % 7}"));
            await portal.Make.HouseholdAsync(villages[i % 2].Id, headName: names[^1]);
        }

        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);
        var first = await browser.GetAsync("/keluarga");
        var second = await browser.GetAsync(Link(first, "next")!);
        var third = await browser.GetAsync(Link(second, "next")!);
        var back = await browser.GetAsync(Link(third, "prev")!);

        Assert.Contains("60 keluarga cocok", first.Text, StringComparison.Ordinal);
        Assert.Null(Link(first, "prev"));
        Assert.Null(Link(third, "next"));
        Assert.Equal(names.Order(), Names(first).Concat(Names(second)).Concat(Names(third)).Order());
        Assert.Equal(Names(second), Names(back));
        Assert.DoesNotContain("Warga", Link(first, "next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decile_and_unreached_narrow_list_count_and_workbook_and_the_chips_say_so()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var families = new List<Guid>();
        for (var i = 0; i < 4; i++) families.Add(await portal.Make.HouseholdAsync(villages[i / 2].Id, headName: $"Nama {i}"));
        for (var i = 0; i < 3; i++) await portal.Make.RankAsync(families[i], i + 1);
        await portal.Make.EnrollAsync(families[0], (await portal.Make.AssistanceAsync()).Id);
        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);

        var narrow = await browser.GetAsync("/keluarga?desil=1-2&tersentuh=belum");

        Assert.Equal(["Nama 1"], Names(narrow));
        Assert.Contains("Desil 1–2 ×", narrow.Text, StringComparison.Ordinal);
        Assert.Contains("Belum tersentuh program ×", narrow.Text, StringComparison.Ordinal);
        Assert.Equal(["Nama 3"], Names(await browser.GetAsync("/keluarga?desil=tanpa")));
        Assert.Equal(["Nama 0", "Nama 1"], Names(await browser.GetAsync("/keluarga?desil=1-2")).Order());
        Assert.Contains("Tidak ada keluarga yang cocok", (await browser.GetAsync("/keluarga?desil=9")).Text, StringComparison.Ordinal);
        var workbook = new MemoryStream(await browser.DownloadAsync("/keluarga?desil=1-2&tersentuh=belum&handler=Export"));
        var row = (IDictionary<string, object>)MiniExcelLibs.MiniExcel.Query(workbook, useHeaderRow: true).Single();
        Assert.Equal(villages[0].Code, row["kode_desa"]);
        Assert.Equal("belum", row["ada_nik"]);
        Assert.StartsWith("Pengguna Uji", (string)row["diunduh_oleh"], StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Export && a.ActorName == (string)row["diunduh_oleh"] && a.SubjectName.Contains("1 baris")));
    }

    [Fact]
    public async Task Totals_per_kecamatan_and_desa_equal_the_families_and_link_only_for_those_who_may_read_them()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, district, villages) = await portal.Make.DistrictAsync(2);
        await using (var db = portal.Open())
        {
            (await db.Settings.SingleAsync()).RegencyId = regency.Id;
            await db.SaveChangesAsync();
        }

        portal.Services.GetRequiredService<CurrentSettings>().Forget();

        var families = new List<Guid>();
        for (var i = 0; i < 3; i++) families.Add(await portal.Make.HouseholdAsync(villages[i / 2].Id));
        for (var i = 0; i < 2; i++) await portal.Make.RankAsync(families[i], i + 1);
        using var leader = await portal.SignInAsync(Role.Leader);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var top = await leader.GetAsync("/keluarga-per-desa");
        var desa = await leader.GetAsync($"/keluarga-per-desa?kecamatan={district.Code}");

        Assert.Equal(["3", "1", "1", "0", "0", "1", "0", "3", "2"], Numbers(top, 0));
        Assert.Equal(["2", "1", "1", "0", "0", "0", "0", "2", "2"], Numbers(desa, 0));
        Assert.Equal(["1", "0", "0", "0", "0", "1", "0", "1", "0"], Numbers(desa, 1));
        Assert.DoesNotContain("/keluarga?", desa.Html, StringComparison.Ordinal);
        var linked = await secretariat.GetAsync($"/keluarga-per-desa?kecamatan={district.Code}");
        var link = linked.Document.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.Contains("desil=1", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("1 keluarga cocok", (await secretariat.GetAsync(link)).Text, StringComparison.Ordinal);
        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await leader.DownloadAsync("/keluarga-per-desa?handler=Export")), useHeaderRow: true).ToList();
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task Totals_show_what_was_saved_a_moment_ago_and_to_each_camat_those_of_the_own_kecamatan()
    {
        var portal = await Portal.SharedAsync();
        var (_, here, villages) = await portal.Make.DistrictAsync(1);
        var (_, there, others) = await portal.Make.DistrictAsync(1);
        await portal.Make.HouseholdAsync(villages[0].Id);
        using var camat = await portal.SignInAsync(Role.DistrictHead, here.Id);
        using var other = await portal.SignInAsync(Role.DistrictHead, there.Id);

        Assert.Equal("1", Numbers(await camat.GetAsync("/keluarga-per-desa"), 0)[0]);
        Assert.Equal("0", Numbers(await other.GetAsync("/keluarga-per-desa"), 0)[0]);
        await portal.Make.HouseholdAsync(villages[0].Id);
        await portal.Make.HouseholdAsync(others[0].Id);

        Assert.Equal("2", Numbers(await camat.GetAsync("/keluarga-per-desa"), 0)[0]);
        Assert.Equal("1", Numbers(await other.GetAsync("/keluarga-per-desa"), 0)[0]);
    }

    [Fact]
    public async Task A_cursor_at_the_end_of_its_desa_goes_on_with_the_next_one_and_stays_within_filter_and_reach()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, unordered) = await portal.Make.DistrictAsync(3);
        var villages = unordered.OrderBy(v => v.Id).ToList();
        var families = new List<Guid>();
        for (var i = 0; i < 3; i++) families.Add(await portal.Make.HouseholdAsync(villages[i].Id, headName: $"Nama {i}"));
        var foreign = await portal.Make.HouseholdAsync((await portal.Make.DistrictAsync(1)).Villages[0].Id);
        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);

        Assert.Equal(["Nama 1", "Nama 2"], Names(await browser.GetAsync($"/keluarga?sesudah={families[0]}")));
        Assert.Equal(["Nama 0", "Nama 1"], Names(await browser.GetAsync($"/keluarga?sebelum={families[2]}")));
        Assert.Equal(["Nama 2"], Names(await browser.GetAsync($"/keluarga?desa={villages[2].Code}&sesudah={families[0]}")));
        Assert.Empty(Names(await browser.GetAsync($"/keluarga?desa={villages[0].Code}&sesudah={families[1]}")));
        foreach (var missing in new[] { foreign, Guid.NewGuid() })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga?sesudah={missing}")).Status);
    }

    /// <summary>A LIMIT or a list of desa told only at execution made PostgreSQL plan each page anew, longer than it read.</summary>
    [Fact]
    public async Task Pages_within_one_desa_are_asked_for_by_statements_whose_plan_postgresql_keeps()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        for (var i = 0; i < 60; i++) await portal.Make.RankAsync(await portal.Make.HouseholdAsync(village.Id), (i % 2) + 1);
        await using var db = portal.Open(new() { Name = "Uji", Reach = Reach.Villages, VillageIds = [village.Id] });
        using var commands = new CommandTexts(db);
        var kept = portal.Services.GetRequiredService<KeptViews>();
        var areas = new HouseholdAreasQuery(db, portal.Services.GetRequiredService<CurrentSettings>(), kept);
        var query = new HouseholdListQuery(db, areas, kept, portal.Cipher, new(portal.Database, kept, portal.Services.GetRequiredService<KabupatenClock>()));
        var filter = new HouseholdFilter(null, null, DecileSpan.Parse("1-2"), false);

        var first = await query.RunAsync(filter, new(null, null), CancellationToken.None);
        var second = await query.RunAsync(filter, new(first.List.Next, null), CancellationToken.None);

        // Where other tests have expired imports, the list also asks how many families those close; only its pages are ordered.
        var pages = commands.All.Where(text => text.Contains("FROM households", StringComparison.Ordinal) && text.Contains("ORDER BY", StringComparison.Ordinal)).ToList();
        Assert.Equal(50, first.List.Items.Concat(second.List.Items).Select(r => r.Id).Distinct().Count());
        Assert.Equal(2, pages.Count);
        Assert.All(pages, text =>
        {
            Assert.Contains("LIMIT 26", text, StringComparison.Ordinal);
            Assert.Matches(@"village_id = [@(]", text);
            Assert.Matches("decile = ANY", text);
        });
    }

    private static string? Link(Answer page, string rel) => page.Document.QuerySelector($".pager a[rel={rel}]")?.GetAttribute("href");

    private static List<string> Names(Answer page) => [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];

    private static List<string> Numbers(Answer page, int row) => [.. page.Document.QuerySelectorAll("tbody tr")[row].QuerySelectorAll("td").Select(td => td.TextContent.Trim())];
}
