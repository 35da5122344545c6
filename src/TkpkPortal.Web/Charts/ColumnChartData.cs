namespace TkpkPortal.Web.Charts;

/// <summary>One figure a year, columns from 0; the last year is the one spoken of.</summary>
public sealed record ColumnChartData(IReadOnlyList<ChartPoint> Points, string Unit, int Decimals = 2)
{
    public IReadOnlyList<ChartPoint> Points { get; } = Points;

    /// <summary>All years from the first to the last figure, for the chart's table.</summary>
    public IReadOnlyList<int> Years => Known.Count == 0 ? [] : [.. Enumerable.Range(Known[0].Year, Known[^1].Year - Known[0].Year + 1)];

    public decimal? ValueOf(int year) => Points.FirstOrDefault(p => p.Year == year)?.Value;

    internal IReadOnlyList<ChartPoint> Known { get; } = [.. Points.Where(p => p.Value is not null).OrderBy(p => p.Year)];
}
