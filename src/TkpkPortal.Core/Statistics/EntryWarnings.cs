using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>What about a figure just kept looks implausible beside its neighbours.</summary>
internal sealed class EntryWarnings(TkpkDbContext db, CurrentSettings settings)
{
    /// <summary>A figure this many times its neighbour is more likely a slipped comma or a wrong unit.</summary>
    private const decimal Leap = 3m;

    public async Task<IReadOnlyList<string>> OfAsync(Indicator indicator, IndicatorValue value, CancellationToken ct)
    {
        if (value.Breakdown != Breakdown.None) return [];
        string[] codes = IndicatorCodes.IsPair(indicator.Code) ? [IndicatorCodes.HeadcountRatio, IndicatorCodes.PoorPopulation] : [indicator.Code];
        var around = await (
            from v in db.IndicatorValues.AsNoTracking()
            join i in db.Indicators on v.IndicatorId equals i.Id
            where v.AreaId == value.AreaId && codes.Contains(i.Code) && v.Breakdown == Breakdown.None && v.Year >= value.Year - 1 && v.Year <= value.Year + 1
            select new { i.Code, Figure = new Figure(v.Year, v.Month, v.Value, v.IsProvisional, v.SourceDocument) }).ToListAsync(ct);
        IReadOnlyList<Figure> Of(string code) => IndicatorSeries.OnePerYear(around.Where(a => a.Code == code).Select(a => a.Figure));
        var limit = (await settings.GetAsync(ct)).Settings.ImplausibleGrowth;
        return
        [
            .. LeapFrom(IndicatorSeries.Of(Of(indicator.Code), value.Year - 1), value),
            .. ImpliedPopulation.Steps(Of(IndicatorCodes.HeadcountRatio), Of(IndicatorCodes.PoorPopulation), limit).Where(s => s.IsImplausible).Select(s => s.Warning),
        ];
    }

    private static IEnumerable<string> LeapFrom(Figure? before, IndicatorValue value)
    {
        if (before is not null && before.Value > 0 && value.Value > 0 && (value.Value > before.Value * Leap || value.Value * Leap < before.Value))
            yield return $"Angka ini berubah lebih dari tiga kali lipat dari {before.Year} ({Indonesian.NumberTrimmed(before.Value, 6)}). Periksa satuan dan letak komanya.";
    }
}
