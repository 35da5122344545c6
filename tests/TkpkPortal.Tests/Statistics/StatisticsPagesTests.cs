using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Statistics;

public sealed class StatisticsPagesTests
{
    private static readonly string[] Readable = ["/statistik", "/statistik/nilai", "/statistik/target", "/statistik/indikator"];
    private static readonly string[] Writable = ["/statistik/nilai/catat", "/statistik/target/tetapkan", "/statistik/indikator/daftarkan", "/statistik/impor"];

    [Theory]
    [InlineData(Role.Secretariat)]
    [InlineData(Role.SocialAgency)]
    [InlineData(Role.AgencyOperator)]
    [InlineData(Role.DistrictHead)]
    [InlineData(Role.VillageOperator)]
    [InlineData(Role.Facilitator)]
    [InlineData(Role.Leader)]
    public async Task Who_may_view_reads_every_list_and_only_who_may_edit_writes(Role role)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(role);

        foreach (var path in Readable)
            Assert.Equal(RolePermissions.Allow(role, Permission.ViewStatistics) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        foreach (var path in Writable)
            Assert.Equal(RolePermissions.Allow(role, Permission.EditStatistics) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_reader_gets_no_link_to_write_and_cannot_open_one()
    {
        var portal = await Portal.SharedAsync();
        var (area, value) = await ValueAsync(portal, 12m);
        using var reader = await portal.SignInAsync(Role.Leader);

        var list = await reader.GetAsync($"/statistik/nilai?wilayah={area.Code}");

        Assert.Contains("12,00", list.Text, StringComparison.Ordinal);
        Assert.Empty(list.Document.QuerySelectorAll($"main a[href*='{value}'], main a[href$='catat']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/statistik/nilai/{value}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/statistik/nilai/{value}/tarik")).Status);
    }

    [Fact]
    public async Task An_indicator_is_registered_corrected_and_deactivated()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var code = "UJI" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var fields = new Dictionary<string, string>
        {
            ["Input.Code"] = code, ["Input.Name"] = "Balita tengkes " + code, ["Input.Unit"] = "persen", ["Input.Polarity"] = "HigherIsWorse",
            ["Input.Decimals"] = "1", ["Input.Source"] = "Kemenkes, SSGI", ["Input.Field"] = "Kesehatan",
        };

        Assert.Equal("/statistik/indikator", (await browser.SubmitAsync("/statistik/indikator/daftarkan", fields)).Location);
        Assert.Equal([StatisticsRules.CodeTaken.Sentence], (await browser.SubmitAsync("/statistik/indikator/daftarkan", fields)).Problems);
        await using var db = portal.Open();
        var indicator = await db.Indicators.AsNoTracking().SingleAsync(i => i.Code == code);
        Assert.True((await browser.SubmitAsync($"/statistik/indikator/{indicator.Id}", new() { ["Input.Field"] = "Gizi" })).IsRedirect);
        Assert.True((await browser.SubmitAsync($"/statistik/indikator/{indicator.Id}/nonaktifkan", [])).IsRedirect);
        var kept = await db.Indicators.AsNoTracking().SingleAsync(i => i.Id == indicator.Id);
        Assert.Equal(("Gizi", false), (kept.Field, kept.IsActive));
        Assert.Equal(3, await db.AuditEntries.CountAsync(a => a.SubjectId == indicator.Id));
        var (area, _) = await ValueAsync(portal, 1m);
        var refused = await browser.SubmitAsync("/statistik/nilai/catat", Entry(indicator.Id, area.Id, "2020", "5"));
        Assert.Equal(["Indikator " + code + " nonaktif. Aktifkan kembali sebelum mengisi angkanya."], refused.Problems);
    }

    [Fact]
    public async Task Indicators_the_portal_computes_with_keep_code_unit_and_life()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        await using var db = portal.Open();
        var rate = await db.Indicators.SingleAsync(i => i.Code == IndicatorCodes.HeadcountRatio);

        var unit = await browser.SubmitAsync($"/statistik/indikator/{rate.Id}", new() { ["Input.Unit"] = "indeks" });
        var state = await browser.SubmitAsync($"/statistik/indikator/{rate.Id}/nonaktifkan", []);

        Assert.StartsWith("Portal menghitung dengan indikator P0", Assert.Single(unit.Problems), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, state.Status);
        Assert.True(await db.Indicators.AsNoTracking().AnyAsync(i => i.Id == rate.Id && i.IsActive && i.Unit == "persen"));
    }

    [Theory]
    [InlineData("1989", "5", "Tahun harus antara 1990 dan")]
    [InlineData("2100", "5", "Tahun harus antara 1990 dan")]
    [InlineData("2020", "100,01", "Nilai P0 harus antara 0 dan 100 persen.")]
    [InlineData("2020", "-1", "Nilai P0 harus antara 0 dan 100 persen.")]
    [InlineData("2020", "sebelas", "Nilai harus berupa angka")]
    [InlineData("2020", "", "Nilai wajib diisi.")]
    [InlineData("", "5", "Tahun wajib diisi")]
    public async Task Impossible_figures_are_refused_and_what_was_typed_stays(string year, string value, string sentence)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var (area, _) = await ValueAsync(portal, 12m);
        await using var db = portal.Open();
        var rate = await db.Indicators.SingleAsync(i => i.Code == IndicatorCodes.HeadcountRatio);

        var answer = await browser.SubmitAsync("/statistik/nilai/catat", Entry(rate.Id, area.Id, year, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(sentence, Assert.Single(answer.Problems), StringComparison.Ordinal);
        Assert.Equal(value, answer.Document.QuerySelector("#Input_Value")!.GetAttribute("value"));
        Assert.Equal(rate.Id.ToString(), answer.Document.QuerySelector("#Input_IndicatorId option[selected]")!.GetAttribute("value"));
        Assert.Equal(1, await db.IndicatorValues.CountAsync(v => v.AreaId == area.Id));
    }

    [Fact]
    public async Task A_second_figure_for_the_same_period_is_refused_but_a_breakdown_is_another_figure()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var (area, _) = await ValueAsync(portal, 12m);
        await using var db = portal.Open();
        var rate = await db.Indicators.SingleAsync(i => i.Code == IndicatorCodes.HeadcountRatio);

        var second = await browser.SubmitAsync("/statistik/nilai/catat", Entry(rate.Id, area.Id, "2020", "13"));
        var rural = await browser.SubmitAsync("/statistik/nilai/catat", new(Entry(rate.Id, area.Id, "2020", "13")) { ["Input.Breakdown"] = "Rural" });

        Assert.Equal(["Angka untuk indikator, wilayah, periode, dan rincian ini sudah ada: 12,00 persen. Buka angka itu untuk memperbaikinya."], second.Problems);
        Assert.True(rural.IsRedirect);
        Assert.Equal([(Breakdown.None, 12m), (Breakdown.Rural, 13m)], (await db.IndicatorValues.Where(v => v.AreaId == area.Id).ToListAsync()).Select(v => (v.Breakdown, v.Value)).Order());
    }

    [Fact]
    public async Task The_second_editor_of_a_figure_sees_what_the_first_changed()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Secretariat);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var (_, id) = await ValueAsync(portal, 12m);
        var late = await second.OpenFormAsync($"/statistik/nilai/{id}");
        await first.SubmitAsync($"/statistik/nilai/{id}", new() { ["Input.Value"] = "12,5" });

        var conflict = await late.SendAsync(new() { ["Input.Value"] = "13" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Nilai dari “12” menjadi “12,5”", conflict.Problems.Single(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(12.5m, (await db.IndicatorValues.SingleAsync(v => v.Id == id)).Value);
    }

    [Fact]
    public async Task A_withdrawn_figure_is_gone_and_the_trail_keeps_value_and_reason()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var (area, id) = await ValueAsync(portal, 12m);

        Assert.Equal(["Alasan wajib diisi, misalnya: salah wilayah."], (await browser.SubmitAsync($"/statistik/nilai/{id}/tarik", [])).Problems);
        Assert.Equal($"/statistik/nilai?indikator=P0&wilayah={area.Code}", (await browser.SubmitAsync($"/statistik/nilai/{id}/tarik", new() { ["Reason"] = "Salah wilayah" })).Location);

        await using var db = portal.Open();
        Assert.False(await db.IndicatorValues.AnyAsync(v => v.Id == id));
        var entries = await db.AuditEntries.Where(a => a.SubjectId == id && a.Action != AuditAction.Create).OrderBy(a => a.Sequence).ToListAsync();
        Assert.Contains(entries, e => e.Reason == "Salah wilayah");
        var deletion = Assert.Single(entries, e => e.Action == AuditAction.Delete);
        Assert.Contains("\"Old\":\"12\"", portal.Cipher.Open(deletion.SealedChanges!, deletion.Id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/statistik/nilai/{id}")).Status);
    }

    [Fact]
    public async Task A_target_is_set_replaced_and_shown_beside_what_was_reached()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var (area, _) = await ValueAsync(portal, 12m);
        await using var db = portal.Open();
        var rate = await db.Indicators.SingleAsync(i => i.Code == IndicatorCodes.HeadcountRatio);
        var entry = new Dictionary<string, string>(Entry(rate.Id, area.Id, "2020", "11,5")) { ["Input.Document"] = "RPJMD 2017–2022" };

        Assert.True((await browser.SubmitAsync("/statistik/target/tetapkan", entry)).IsRedirect);
        Assert.True((await browser.SubmitAsync("/statistik/target/tetapkan", new(entry) { ["Input.Value"] = "11" })).IsRedirect);

        Assert.Equal(11m, (await db.IndicatorTargets.SingleAsync(t => t.AreaId == area.Id)).Value);
        Assert.Contains("11,00 12,00 belum tercapai RPJMD 2017–2022", (await browser.GetAsync($"/statistik/target?wilayah={area.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_all_filtered_rows_with_codes_beside_names()
    {
        var portal = await Portal.SharedAsync();
        var (area, _) = await ValueAsync(portal, 12m);
        await portal.Make.FiguresAsync(area.Code, "P0", [.. Enumerable.Range(1990, 28).Select(y => (y, 20m))]);
        using var browser = await portal.SignInAsync(Role.AgencyOperator);
        var list = await browser.GetAsync($"/statistik/nilai?wilayah={area.Code}");

        var file = await browser.DownloadAsync(list.Document.QuerySelector("main header a")!.GetAttribute("href")!);

        Assert.Contains("Baris 1–25 dari 29", list.Text, StringComparison.Ordinal);
        using var stream = new MemoryStream(file);
        var rows = MiniExcelLibs.MiniExcel.Query(stream, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(29, rows.Count);
        Assert.All(rows, r => Assert.Equal((area.Code, area.Name, "P0"), (r["kode_wilayah"], r["wilayah"], r["indikator"])));
    }

    private static Dictionary<string, string> Entry(Guid indicator, Guid area, string year, string value) => new()
    {
        ["Input.IndicatorId"] = indicator.ToString(), ["Input.AreaId"] = area.ToString(), ["Input.Year"] = year, ["Input.Value"] = value,
    };

    /// <summary>An area of this test's own with P0 of March 2020.</summary>
    private static async Task<(Area Area, Guid Id)> ValueAsync(Portal portal, decimal value)
    {
        var (_, district, _) = await portal.Make.DistrictAsync(0);
        await portal.Make.FiguresAsync(district.Code, "P0", (2020, value));
        await using var db = portal.Open();
        return (district, await db.IndicatorValues.Where(v => v.AreaId == district.Id).Select(v => v.Id).SingleAsync());
    }
}
