using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Pages.Statistics;

/// <summary>Series as drawings want them. A year nobody published becomes an empty point, so that the line breaks there.</summary>
public static class FigureCharts
{
    private const int MostBars = 40;

    /// <summary>Ours, then province and nation, with targets as strokes.</summary>
    public static LineChartData Lines(IndicatorSeries series, FigureArea area, FigureArea? province, FigureArea? nation)
    {
        var from = series.Own.Count > 0 ? series.Own[0].Year : 0;
        var lines = new List<ChartSeries> { new(area.Title, Points(series.Own), ShortName(area)) };
        if (province is not null && series.Province.Any(f => f.Year >= from)) lines.Add(new(province.Title, Points(series.Province.Where(f => f.Year >= from)), "Provinsi"));
        if (nation is not null && series.Nation.Any(f => f.Year >= from)) lines.Add(new(nation.Title, Points(series.Nation.Where(f => f.Year >= from)), "Nasional"));
        return new(lines, series.Indicator.Unit, series.Indicator.Decimals)
        {
            Target = series.Targets.Count > 0 ? new("Target", [.. series.Targets.Select(t => new ChartPoint(t.Year, t.Value))]) : null,
        };
    }

    public static ColumnChartData Columns(IndicatorSeries series) => new(Points(series.Own), series.Indicator.Unit, series.Indicator.Decimals);

    /// <summary>Ours among the regencies of the latest year, province and nation between them. Where that is too many, only those of our province.</summary>
    public static ComparisonData Comparison(IndicatorSeries series, IReadOnlyList<PeerFigure> peers, FigureArea area, FigureArea? province)
    {
        var rows = Shown(peers, area)
            .Select(p => new ComparisonRow(p.Area.Name, p.Figure.Value, p.Area.Id == area.Id ? ComparisonKind.Ours : ComparisonKind.Peer)).ToList();
        var year = series.Latest?.Year ?? 0;
        if (province is not null && IndicatorSeries.Of(series.Province, year) is { } theirs) rows.Add(new(province.Title, theirs.Value, ComparisonKind.Reference));
        if (IndicatorSeries.Of(series.Nation, year) is { } national) rows.Add(new("Indonesia", national.Value, ComparisonKind.Reference));
        return new(rows, series.Indicator.Unit, series.Indicator.Decimals);
    }

    /// <summary>All regencies when they fit on a page, else those of our province.</summary>
    public static IReadOnlyList<PeerFigure> Shown(IReadOnlyList<PeerFigure> peers, FigureArea area) =>
        peers.Count <= MostBars ? peers : [.. peers.Where(p => p.Area.Code[..2] == area.Code[..2])];

    private static string ShortName(FigureArea area) => area.Level != AreaLevel.Regency ? area.Title
        : area.Name.StartsWith("Kota ", StringComparison.OrdinalIgnoreCase) ? "Kota" : "Kabupaten";

    private static IReadOnlyList<ChartPoint> Points(IEnumerable<Figure> figures)
    {
        var known = figures.ToDictionary(f => f.Year);
        if (known.Count == 0) return [];
        var (first, last) = (known.Keys.Min(), known.Keys.Max());
        return [.. Enumerable.Range(first, last - first + 1).Select(y => known.TryGetValue(y, out var f) ? new ChartPoint(y, f.Value, f.IsProvisional) : new ChartPoint(y, null))];
    }
}
