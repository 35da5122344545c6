using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>A figure as typed. An empty month means the indicator's usual one.</summary>
public sealed record IndicatorEntry(Guid IndicatorId, Guid AreaId, int Year, int? Month, Breakdown Breakdown, decimal Value, bool IsProvisional, string? SourceDocument);

/// <summary>What was kept, and what about it looks implausible: said, never refused.</summary>
public sealed record RecordedValue(Guid Id, string Label, IReadOnlyList<string> Warnings);

public sealed class RecordIndicatorValue(TkpkDbContext db, CurrentSettings settings, KabupatenClock clock)
{
    public async Task<RecordedValue> RunAsync(IndicatorEntry entry, CancellationToken ct)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(i => i.Id == entry.IndicatorId, ct) ?? throw new RuleBrokenException(StatisticsRules.UnknownIndicator, nameof(IndicatorEntry.IndicatorId), "");
        var area = await db.Areas.SingleOrDefaultAsync(a => a.Id == entry.AreaId, ct) ?? throw new RuleBrokenException(StatisticsRules.UnknownArea, nameof(IndicatorEntry.AreaId), "");
        if (!indicator.IsActive) throw new RuleBrokenException(StatisticsRules.IndicatorInactive, nameof(IndicatorEntry.IndicatorId), indicator.Code);
        var period = new Period(entry.Year, entry.Month ?? indicator.UsualMonth);
        if (ValueCheck.Problem(indicator, period, entry.Value, clock.Today.Year) is { } problem) throw problem;
        await RefuseSecondAsync(entry, period, indicator, ct);
        var value = new IndicatorValue(indicator.Id, area.Id, period, entry.Breakdown) { Label = ValueCheck.Label(indicator, area, period) };
        value.Set(entry.Value, entry.IsProvisional, entry.SourceDocument);
        db.IndicatorValues.Add(value);
        await db.SaveChangesAsync(ct);
        return new(value.Id, value.Label, await new EntryWarnings(db, settings).OfAsync(indicator, value, ct));
    }

    private async Task RefuseSecondAsync(IndicatorEntry entry, Period period, Indicator indicator, CancellationToken ct)
    {
        var kept = await db.IndicatorValues.Where(v => v.IndicatorId == entry.IndicatorId && v.AreaId == entry.AreaId && v.Year == period.Year && v.Month == period.Month && v.Breakdown == entry.Breakdown)
            .Select(v => (decimal?)v.Value).SingleOrDefaultAsync(ct);
        if (kept is { } value) throw new RuleBrokenException(StatisticsRules.ValueExists, nameof(IndicatorEntry.Value), $"{Indonesian.Number(value, indicator.Decimals)} {indicator.Unit}");
    }
}

/// <summary>What no figure may be, typed or imported.</summary>
internal static class ValueCheck
{
    private const decimal Largest = 999_999_999_999m;

    public static RuleBrokenException? Problem(Indicator indicator, Period period, decimal value, int thisYear)
    {
        if (period.Year < Period.FirstYear || period.Year > thisYear) return new(StatisticsRules.YearOutOfRange, nameof(IndicatorValue.Year), Period.FirstYear, thisYear);
        if (period.Month is < 1 or > 12) return new(StatisticsRules.MonthOutOfRange, nameof(IndicatorValue.Month));
        return ProblemOfValue(indicator, value);
    }

    public static RuleBrokenException? ProblemOfValue(Indicator indicator, decimal value)
    {
        if (Math.Abs(value) > Largest || decimal.Round(value, 6) != value) return new(StatisticsRules.TooManyDigits, nameof(IndicatorValue.Value));
        if (indicator.Code is IndicatorCodes.HeadcountRatio or IndicatorCodes.ExtremePoverty && value is (< 0 or > 100))
            return new(StatisticsRules.ShareOutOfRange, nameof(IndicatorValue.Value), indicator.Code);
        return IndicatorCodes.All.Contains(indicator.Code) && value < 0 ? new(StatisticsRules.NegativeAmount, nameof(IndicatorValue.Value), indicator.Code) : null;
    }

    public static string Label(Indicator indicator, Area area, Period period) => $"{indicator.Code} {area.Name}, {period}";
}
