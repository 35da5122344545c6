using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Statistics;

/// <summary>Labuhanbatu Selatan 2015–2016, as published: the rate fell while the number of poor rose.</summary>
public sealed class RateAndCountTests
{
    [Fact]
    public async Task Entered_through_the_form_the_page_says_both_and_flags_the_implied_population()
    {
        await using var portal = await Portal.StartAsync();
        await portal.Make.AreaAsync("12", "Sumatera Utara");
        var regency = await portal.Make.AreaAsync("12.22", "Kabupaten Labuhanbatu Selatan");
        await portal.Make.ChooseRegencyAsync(regency);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        await RecordAsync(portal, browser, regency, "P0", "2015", "11,59");
        await RecordAsync(portal, browser, regency, "JUMLAH_MISKIN", "2015", "36,37");
        await RecordAsync(portal, browser, regency, "P0", "2016", "11,20");
        var last = await RecordAsync(portal, browser, regency, "JUMLAH_MISKIN", "2016", "36,62");

        var list = await browser.GetAsync(last.Location!);
        Assert.Contains("JUMLAH_MISKIN Kabupaten Labuhanbatu Selatan, Maret 2016 tersimpan. Perlu diperiksa:", list.Text, StringComparison.Ordinal);
        Assert.Contains("bertambah 4,2 persen dalam setahun", list.Text, StringComparison.Ordinal);
        Assert.Contains("Periksa: penduduk +4,2 %", list.Text, StringComparison.Ordinal);
        var page = await browser.GetAsync("/statistik");
        Assert.Contains("Persentase turun 0,39 poin, tetapi jumlah penduduk miskin naik 250 jiwa", page.Text, StringComparison.Ordinal);
        var pair = page.Document.QuerySelector(".stat--pair")!;
        Assert.Contains("11,20", pair.TextContent, StringComparison.Ordinal);
        Assert.Contains("36,62", pair.TextContent, StringComparison.Ordinal);
        Assert.Equal(["▼ turun 0,39 poin"], pair.QuerySelectorAll(".good").Select(e => e.TextContent));
        Assert.Equal(["▲ naik 250 jiwa"], pair.QuerySelectorAll(".bad").Select(e => e.TextContent));
        Assert.Contains("Periksa: penduduk +4,2 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("Angka tetap disimpan seperti diterbitkan", page.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var kept = await db.IndicatorValues.SingleAsync(v => v.Value == 36.62m);
        Assert.Equal((2016, 3), (kept.Year, kept.Month));
        var entry = await db.AuditEntries.SingleAsync(a => a.SubjectId == kept.Id);
        Assert.Equal((AuditAction.Create, "JUMLAH_MISKIN Kabupaten Labuhanbatu Selatan, Maret 2016"), (entry.Action, entry.SubjectName));
    }

    [Fact]
    public async Task A_slipped_comma_is_kept_but_said()
    {
        await using var portal = await Portal.StartAsync();
        await portal.Make.AreaAsync("12", "Sumatera Utara");
        var regency = await portal.Make.AreaAsync("12.22", "Kabupaten Labuhanbatu Selatan");
        await portal.Make.ChooseRegencyAsync(regency);
        await portal.Make.FiguresAsync("12.22", "JUMLAH_MISKIN", (2015, 36.37m));
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await RecordAsync(portal, browser, regency, "JUMLAH_MISKIN", "2016", "36.620");

        Assert.Contains("lebih dari tiga kali lipat dari 2015 (36,37). Periksa satuan dan letak komanya.", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.IndicatorValues.AnyAsync(v => v.Value == 36_620m));
    }

    [Fact]
    public async Task The_limit_is_the_setting()
    {
        await using var portal = await Portal.StartAsync();
        await portal.Make.AreaAsync("12", "Sumatera Utara");
        await portal.Make.ChooseRegencyAsync(await portal.Make.AreaAsync("12.22", "Kabupaten Labuhanbatu Selatan"));
        await portal.Make.FiguresAsync("12.22", "P0", (2015, 11.59m), (2016, 11.20m));
        await portal.Make.FiguresAsync("12.22", "JUMLAH_MISKIN", (2015, 36.37m), (2016, 36.62m));
        await using (var db = portal.Open())
        {
            (await db.Settings.SingleAsync()).ImplausibleGrowth = 5m;
            await db.SaveChangesAsync();
        }

        using var browser = await portal.SignInAsync(Role.Leader);

        Assert.DoesNotContain("Perlu diperiksa", (await browser.GetAsync("/statistik")).Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> RecordAsync(Portal portal, Browser browser, Area area, string code, string year, string value)
    {
        await using var db = portal.Open();
        var indicator = await db.Indicators.SingleAsync(i => i.Code == code);
        var answer = await browser.SubmitAsync("/statistik/nilai/catat", new()
        {
            ["Input.IndicatorId"] = indicator.Id.ToString(), ["Input.AreaId"] = area.Id.ToString(), ["Input.Year"] = year, ["Input.Value"] = value,
        });
        Assert.True(answer.IsRedirect, string.Join(" ", answer.Problems));
        return answer;
    }
}
