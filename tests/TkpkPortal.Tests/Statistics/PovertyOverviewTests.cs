using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Statistics;

/// <summary>Lampung Barat with the blanks its sources leave, among the other three kabupaten.</summary>
public sealed class PovertyOverviewTests
{
    [Fact]
    public async Task Blanks_stay_blank_and_peers_are_ranked()
    {
        await using var portal = await LampungBaratAsync();

        var (overview, commands) = await ReadAsync(portal);

        Assert.True(commands <= 4, $"{commands} commands");
        Assert.Equal([2006, 2021, 2022, 2023, 2024], overview.Rate.Own.Select(f => f.Year));
        Assert.Equal([2022, 2023, 2024], overview.Count.Own.Select(f => f.Year));
        Assert.Equal([(2023, 2.34m), (2024, 1.51m)], overview.Gap.Own.Select(f => (f.Year, f.Value)));
        Assert.True(overview.Severity.IsEmpty);
        Assert.Equal(563_561m, overview.Line.Latest!.Value);
        Assert.Equal((3.37m, (Figure?)null), (overview.Extreme.Latest!.Value, overview.Extreme.YearBefore));
        Assert.Null(IndicatorSeries.Of(overview.Rate.Own, 2015));
        Assert.Equal(14.35m, IndicatorSeries.Of(overview.Rate.Province, 2015)!.Value);
        Assert.Equal(9.03m, IndicatorSeries.Of(overview.Rate.Nation, 2024)!.Value);
        Assert.Equal(10.50m, overview.Rate.TargetOf(2024)!.Value);
        Assert.Equal(2024, overview.PeerYear);
        Assert.Equal(
            [("18.04", 10.68m, 33.43m), ("35.17", 8.60m, 110.57m), ("15.02", 8.40m, 33.49m), ("12.22", 7.73m, 29.19m)],
            overview.Peers.Select(p => (p.Area.Code, p.Figure.Value, p.Beside!.Value)));
        Assert.Equal((1, 4, -0.01m, 1.65m), (overview.Position!.Rank, overview.Position.Of, overview.Position.GapToProvince, overview.Position.GapToNation));
        Assert.Empty(overview.Warnings);
    }

    [Fact]
    public async Task The_page_draws_a_break_where_years_are_missing_and_fills_nothing()
    {
        await using var portal = await LampungBaratAsync();
        using var browser = await portal.SignInAsync(Role.Leader);

        var page = await browser.GetAsync("/statistik");

        var rows = page.Document.QuerySelectorAll("table").First(t => t.TextContent.Contains("P0 (%)", StringComparison.Ordinal)).QuerySelectorAll("tbody tr").ToList();
        Assert.Equal(["2024", "2023", "2022", "2021", "2006"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Equal(["12,82", "–", "12,62", "–", "–"], rows[3].QuerySelectorAll("td").Take(5).Select(c => c.TextContent));
        Assert.Contains("Persentase dan jumlah penduduk miskin sama-sama turun: 0,49 poin dan 1.300 jiwa", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lebih rendah daripada provinsi, lebih tinggi daripada nasional", page.Text, StringComparison.Ordinal);
        Assert.Contains("menempati peringkat 1 tertinggi dari 4 kabupaten/kota", page.Text, StringComparison.Ordinal);
        Assert.Contains("belum tercapai, selisihnya 0,18 poin", page.Text, StringComparison.Ordinal);
        Assert.Contains("Angka 2021 belum ada.", page.Text, StringComparison.Ordinal);
        // 2006 stands alone; the line runs over the four unbroken years only.
        var line = page.Document.QuerySelectorAll("svg.chart")[0].QuerySelector("path.k1[fill=none]")!.GetAttribute("d")!;
        Assert.Equal((2, 3), (line.Count(c => c == 'M'), line.Count(c => c == 'L')));
    }

    [Fact]
    public async Task Another_kabupaten_and_another_indicator_can_be_read()
    {
        await using var portal = await LampungBaratAsync();
        await portal.Make.FiguresAsync("18.04", "SANITASI", (2020, 75m), (2021, 76.50m));
        using var browser = await portal.SignInAsync(Role.VillageOperator);

        Assert.DoesNotContain("peringkat", (await browser.GetAsync("/statistik?wilayah=18")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Statistik Kabupaten Jombang", (await browser.GetAsync("/statistik?wilayah=35.17")).Text, StringComparison.Ordinal);
        var sanitation = await browser.GetAsync("/statistik?indikator=SANITASI");
        Assert.Contains("Rumah tangga dengan sanitasi layak naik 1,50 poin sejak 2020", sanitation.Text, StringComparison.Ordinal);
        Assert.Equal("▲ naik 1,50 poin", sanitation.Document.QuerySelector(".stat .good")!.TextContent);
        Assert.Contains("Belum ada angka", (await browser.GetAsync("/statistik?indikator=TPT")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/statistik?wilayah=77.77")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync("/statistik?indikator=TIDAKADA")).Status);
    }

    [Fact]
    public async Task Without_our_kabupaten_the_page_says_what_to_do()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var page = await browser.GetAsync("/statistik");

        Assert.Contains("Kabupaten kami belum dipilih", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/pengaturan']"));
    }

    private static async Task<Portal> LampungBaratAsync()
    {
        var portal = await Portal.StartAsync();
        var make = portal.Make;
        foreach (var (code, name) in new[] { ("12", "Sumatera Utara"), ("15", "Jambi"), ("18", "Lampung"), ("35", "Jawa Timur") }) await make.AreaAsync(code, name);
        foreach (var (code, name) in new[] { ("12.22", "Kabupaten Labuhanbatu Selatan"), ("15.02", "Kabupaten Merangin"), ("35.17", "Kabupaten Jombang") }) await make.AreaAsync(code, name);
        await make.ChooseRegencyAsync(await make.AreaAsync("18.04", "Kabupaten Lampung Barat"));
        await make.FiguresAsync("18.04", "P0", (2006, 25.36m), (2021, 12.82m), (2022, 11.71m), (2023, 11.17m), (2024, 10.68m));
        await make.FiguresAsync("18.04", "JUMLAH_MISKIN", (2022, 36.20m), (2023, 34.73m), (2024, 33.43m));
        await make.FiguresAsync("18.04", "P1", (2023, 2.34m), (2024, 1.51m));
        await make.FiguresAsync("18.04", "GK", (2024, 563_561m));
        await make.FiguresAsync("18.04", "EKSTREM", (2022, 3.37m));
        await make.FiguresAsync("18", "P0", (2015, 14.35m), (2020, 12.34m), (2021, 12.62m), (2022, 11.57m), (2023, 11.11m), (2024, 10.69m), (2025, 10.00m));
        await make.FiguresAsync("00", "P0", (2015, 11.22m), (2024, 9.03m), (2025, 8.47m));
        await make.FiguresAsync("12.22", "P0", (2023, 8.06m), (2024, 7.73m));
        await make.FiguresAsync("12.22", "JUMLAH_MISKIN", (2024, 29.19m));
        await make.FiguresAsync("15.02", "P0", (2024, 8.40m));
        await make.FiguresAsync("15.02", "JUMLAH_MISKIN", (2024, 33.49m));
        await make.FiguresAsync("35.17", "P0", (2024, 8.60m));
        await make.FiguresAsync("35.17", "JUMLAH_MISKIN", (2024, 110.57m));
        await make.TargetAsync("18.04", "P0", 2024, 10.50m);
        return portal;
    }

    private static async Task<(PovertyOverview Overview, int Commands)> ReadAsync(Portal portal)
    {
        var settings = portal.Services.GetRequiredService<CurrentSettings>();
        await settings.GetAsync(CancellationToken.None);
        await using var db = portal.Open();
        using var commands = new CommandTexts(db);
        var overview = await new PovertyOverviewQuery(db, settings, new KeptViews(portal.Database, TimeProvider.System)).RunAsync(null, CancellationToken.None);
        return (overview!, commands.All.Count);
    }
}
