using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>An area with a code of the test's own choosing, under what the code says is its parent. For a portal with its own database.</summary>
    public async Task<Area> AreaAsync(string code, string name)
    {
        await using var db = portal.Open();
        var parsed = Code(code);
        var parent = parsed.ParentText is { } text ? await db.Areas.SingleAsync(a => a.Code == text) : null;
        var area = db.Areas.Add(new(parsed, name, parent?.Id)).Entity;
        await db.SaveChangesAsync();
        return area;
    }

    /// <summary>Makes the area "kabupaten kami".</summary>
    public async Task ChooseRegencyAsync(Area regency)
    {
        await using var db = portal.Open();
        (await db.Settings.SingleAsync()).RegencyId = regency.Id;
        await db.SaveChangesAsync();
        portal.Services.GetRequiredService<CurrentSettings>().Forget();
    }

    /// <summary>Published figures of an area (code 00 for the nation), March of each year.</summary>
    public async Task FiguresAsync(string areaCode, string indicatorCode, params (int Year, decimal Value)[] figures)
    {
        await using var db = portal.Open();
        var area = await db.Areas.SingleAsync(a => a.Code == areaCode);
        var indicator = await db.Indicators.SingleAsync(i => i.Code == indicatorCode);
        foreach (var (year, value) in figures)
        {
            var figure = db.IndicatorValues.Add(new(indicator.Id, area.Id, Period.March(year), Breakdown.None)).Entity;
            figure.Set(value, isProvisional: false, sourceDocument: null);
        }

        await db.SaveChangesAsync();
    }

    public async Task TargetAsync(string areaCode, string indicatorCode, int year, decimal value)
    {
        await using var db = portal.Open();
        var area = await db.Areas.SingleAsync(a => a.Code == areaCode);
        var indicator = await db.Indicators.SingleAsync(i => i.Code == indicatorCode);
        db.IndicatorTargets.Add(new(indicator.Id, area.Id, year, value, "RPJMD 2025–2029"));
        await db.SaveChangesAsync();
    }
}
