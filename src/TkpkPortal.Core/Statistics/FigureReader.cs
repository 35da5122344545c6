using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>The area read about, with the two it is compared with.</summary>
internal sealed record ComparedAreas(FigureArea Area, FigureArea? Province, FigureArea? Nation);

/// <summary>Reads series in a fixed number of commands, whatever the number of indicators, years or regencies.</summary>
internal sealed class FigureReader(TkpkDbContext db)
{
    private sealed record ValueRow(Guid IndicatorId, Guid AreaId, int Year, int? Month, decimal Value, bool IsProvisional, string? SourceDocument)
    {
        public Figure ToFigure() => new(Year, Month, Value, IsProvisional, SourceDocument);
    }

    /// <summary>One command. Null when no area has this code.</summary>
    public async Task<ComparedAreas?> AreasAsync(string code, CancellationToken ct)
    {
        var provinceCode = code.Split('.')[0];
        var areas = await db.Areas.AsNoTracking()
            .Where(a => a.Code == code || a.Code == provinceCode || a.Code == AreaCode.NationText)
            .Select(a => new FigureArea(a.Id, a.Code, a.Name, a.Level)).ToListAsync(ct);
        FigureArea? Find(string wanted) => wanted == code ? null : areas.Find(a => a.Code == wanted);
        return areas.Find(a => a.Code == code) is { } area ? new(area, Find(provinceCode), Find(AreaCode.NationText)) : null;
    }

    /// <summary>Two commands: indicators with their values, then targets. A code without an indicator is left out.</summary>
    public async Task<IReadOnlyDictionary<string, IndicatorSeries>> SeriesAsync(ComparedAreas areas, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var ids = new[] { areas.Area.Id, areas.Province?.Id ?? Guid.Empty, areas.Nation?.Id ?? Guid.Empty };
        var rows = await (
            from indicator in db.Indicators.AsNoTracking()
            where codes.Contains(indicator.Code)
            join value in db.IndicatorValues.AsNoTracking().Where(v => ids.Contains(v.AreaId) && v.Breakdown == Breakdown.None) on indicator.Id equals value.IndicatorId into values
            from value in values.DefaultIfEmpty()
            select new
            {
                Label = new IndicatorLabel(indicator.Id, indicator.Code, indicator.Name, indicator.Unit, indicator.Polarity, indicator.Decimals, indicator.Source),
                Value = value == null ? null : new ValueRow(value.IndicatorId, value.AreaId, value.Year, value.Month, value.Value, value.IsProvisional, value.SourceDocument),
            }).ToListAsync(ct);
        var targets = await (
            from target in db.IndicatorTargets.AsNoTracking()
            join indicator in db.Indicators on target.IndicatorId equals indicator.Id
            where target.AreaId == areas.Area.Id && codes.Contains(indicator.Code)
            orderby target.Year
            select new { target.IndicatorId, Target = new TargetFigure(target.Year, target.Value, target.Document) }).ToListAsync(ct);
        var targetsOf = targets.ToLookup(t => t.IndicatorId, t => t.Target);
        return rows.GroupBy(r => r.Label).ToDictionary(g => g.Key.Code, g =>
        {
            var byArea = g.Select(r => r.Value).OfType<ValueRow>().ToLookup(v => v.AreaId, v => v.ToFigure());
            IReadOnlyList<Figure> Of(FigureArea? area) => area is null ? [] : IndicatorSeries.OnePerYear(byArea[area.Id]);
            return new IndicatorSeries(g.Key, Of(areas.Area), Of(areas.Province), Of(areas.Nation), [.. targetsOf[g.Key.Id]]);
        });
    }

    /// <summary>One command: every regency with a figure of the first indicator in that year, the highest first.</summary>
    public async Task<IReadOnlyList<PeerFigure>> PeersAsync(IndicatorLabel indicator, IndicatorLabel? beside, int year, CancellationToken ct)
    {
        var ids = new[] { indicator.Id, beside?.Id ?? indicator.Id };
        var rows = await (
            from value in db.IndicatorValues.AsNoTracking()
            join area in db.Areas on value.AreaId equals area.Id
            where ids.Contains(value.IndicatorId) && value.Year == year && value.Breakdown == Breakdown.None && area.Level == AreaLevel.Regency
            select new
            {
                Area = new FigureArea(area.Id, area.Code, area.Name, area.Level),
                Value = new ValueRow(value.IndicatorId, value.AreaId, value.Year, value.Month, value.Value, value.IsProvisional, value.SourceDocument),
            }).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Area)
                .Select(g => (Area: g.Key, ByIndicator: g.ToLookup(r => r.Value.IndicatorId, r => r.Value.ToFigure())))
                .Where(p => p.ByIndicator.Contains(indicator.Id))
                .Select(p => new PeerFigure(
                    p.Area,
                    IndicatorSeries.OnePerYear(p.ByIndicator[indicator.Id])[0],
                    beside is null ? null : IndicatorSeries.Of(IndicatorSeries.OnePerYear(p.ByIndicator[beside.Id]), year)))
                .OrderByDescending(p => p.Figure.Value).ThenBy(p => p.Area.Name, StringComparer.Ordinal),
        ];
    }
}

/// <summary>One regency in the compared year; <see cref="Beside"/> is the number of poor beside a rate, null where not published.</summary>
public sealed record PeerFigure(FigureArea Area, Figure Figure, Figure? Beside);
