namespace TkpkPortal.Web.Charts;

/// <summary>Up to four series over years. Ours comes first; position decides how a series is drawn.</summary>
public sealed record LineChartData(IReadOnlyList<ChartSeries> Series, string Unit, int Decimals = 2)
{
    public IReadOnlyList<ChartSeries> Series { get; } = Series.Count <= SeriesStyle.Count
        ? Series
        : throw new ArgumentException($"A line chart carries at most {SeriesStyle.Count} series.", nameof(Series));

    /// <summary>Targets by year, drawn as level strokes.</summary>
    public ChartSeries? Target { get; init; }

    public IReadOnlyList<ChartBreak> Breaks { get; init; } = [];

    /// <summary>Where the value axis starts. Other than 0 it must stand in the caption: see <see cref="AxisNote"/>.</summary>
    public decimal AxisStart => HasFigures ? Axis.Start : 0;

    /// <summary>"sumbu mulai dari 8", or null when the axis starts at 0.</summary>
    public string? AxisNote => AxisStart == 0 ? null : $"sumbu mulai dari {ChartText.Short(AxisStart)}";

    /// <summary>All years from the first to the last figure, for the chart's table.</summary>
    public IReadOnlyList<int> Years => HasFigures ? [.. Enumerable.Range(Known.Min(p => p.Year), Known.Max(p => p.Year) - Known.Min(p => p.Year) + 1)] : [];

    internal bool HasFigures => Series.Any(s => s.Known.Count > 0);

    internal ValueAxis Axis => ValueAxis.For([.. Known.Select(p => p.Value!.Value)]);

    IEnumerable<ChartPoint> Known => Series.Append(Target).OfType<ChartSeries>().SelectMany(s => s.Known);
}
