using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

public sealed record ValueFilter(string? Indicator, string? Area, int? Year);

public sealed record ValueRow(
    Guid Id, IndicatorLabel Indicator, Guid AreaId, string AreaCode, string AreaName, int Year, int? Month, Breakdown Breakdown,
    decimal Value, bool IsProvisional, string? SourceDocument, uint Version)
{
    public Period Period => new(Year, Month);
}

/// <summary>One page of figures, and the implausible steps among them by area and year.</summary>
public sealed record ValueList(PagedList<ValueRow> Rows, IReadOnlyDictionary<(Guid AreaId, int Year), PopulationStep> Doubts)
{
    public PopulationStep? DoubtOf(ValueRow row) =>
        row.Breakdown == Breakdown.None && IndicatorCodes.IsPair(row.Indicator.Code) ? Doubts.GetValueOrDefault((row.AreaId, row.Year)) : null;
}

public sealed class IndicatorValuesQuery(TkpkDbContext db, CurrentSettings settings)
{
    public async Task<ValueList> RunAsync(ValueFilter filter, int page, CancellationToken ct)
    {
        var rows = await Rows(db.IndicatorValues, filter).ToPagedListAsync(page, ct);
        return new(rows, await DoubtsAsync(rows.Items, ct));
    }

    public Task<List<ValueRow>> AllAsync(ValueFilter filter, CancellationToken ct) => Rows(db.IndicatorValues, filter).ToListAsync(ct);

    public async Task<ValueList> OneAsync(Guid id, CancellationToken ct)
    {
        var row = await Rows(db.IndicatorValues.Where(v => v.Id == id), new(null, null, null)).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        return new(new([row], 1, 1, 1, false), await DoubtsAsync([row], ct));
    }

    private IQueryable<ValueRow> Rows(IQueryable<IndicatorValue> values, ValueFilter filter) =>
        from value in values.AsNoTracking()
        join i in db.Indicators on value.IndicatorId equals i.Id
        join a in db.Areas on value.AreaId equals a.Id
        where (string.IsNullOrEmpty(filter.Indicator) || i.Code == filter.Indicator)
              && (string.IsNullOrEmpty(filter.Area) || a.Code == filter.Area)
              && (filter.Year == null || value.Year == filter.Year)
        orderby i.Name, a.Code, value.Year descending, value.Month descending, value.Breakdown
        select new ValueRow(
            value.Id, new IndicatorLabel(i.Id, i.Code, i.Name, i.Unit, i.Polarity, i.Decimals, i.Source), a.Id, a.Code, a.Name,
            value.Year, value.Month, value.Breakdown, value.Value, value.IsProvisional, value.SourceDocument, value.Version);

    /// <summary>One command for all rows of the page.</summary>
    private async Task<Dictionary<(Guid, int), PopulationStep>> DoubtsAsync(IReadOnlyList<ValueRow> rows, CancellationToken ct)
    {
        var pairs = rows.Where(r => IndicatorCodes.IsPair(r.Indicator.Code)).ToList();
        if (pairs.Count == 0) return [];
        var areas = pairs.Select(r => r.AreaId).Distinct().ToList();
        var (from, to) = (pairs.Min(r => r.Year) - 1, pairs.Max(r => r.Year));
        var known = await (
            from v in db.IndicatorValues.AsNoTracking()
            join i in db.Indicators on v.IndicatorId equals i.Id
            where areas.Contains(v.AreaId) && (i.Code == IndicatorCodes.HeadcountRatio || i.Code == IndicatorCodes.PoorPopulation)
                  && v.Breakdown == Breakdown.None && v.Year >= @from && v.Year <= to
            select new { v.AreaId, i.Code, Figure = new Figure(v.Year, v.Month, v.Value, v.IsProvisional, v.SourceDocument) }).ToListAsync(ct);
        var limit = (await settings.GetAsync(ct)).Settings.ImplausibleGrowth;
        return known.GroupBy(k => k.AreaId)
            .SelectMany(g => ImpliedPopulation.Steps(Series(g.Where(k => k.Code == IndicatorCodes.HeadcountRatio).Select(k => k.Figure)), Series(g.Where(k => k.Code == IndicatorCodes.PoorPopulation).Select(k => k.Figure)), limit)
                .Where(s => s.IsImplausible).Select(s => (g.Key, s)))
            .ToDictionary(x => (x.Key, x.s.Year), x => x.s);
    }

    private static IReadOnlyList<Figure> Series(IEnumerable<Figure> figures) => IndicatorSeries.OnePerYear(figures);
}
