namespace TkpkPortal.Core.Statistics;

/// <summary>
/// Efektivitas: the least-squares line through the area's own figures, b = Σ(t−t̄)(I−Ī) / Σ(t−t̄)², in the indicator's unit per year.
/// Effective when the line goes the better way, s·b &lt; 0. <see cref="LastAgainstTrend"/> is the last figure less the line in that year.
/// Source: TNP2K handbook ch. 3.
/// </summary>
public sealed record Effectiveness(decimal Slope, decimal TrendAtLast, decimal LastAgainstTrend, bool IsEffective)
{
    public const int FewestFigures = 3;

    /// <returns>Null for fewer than three figures, or for an indicator that is neither good nor bad.</returns>
    public static Effectiveness? Of(IReadOnlyList<Figure> figures, Polarity polarity)
    {
        if (figures.Count < FewestFigures || polarity == Polarity.Neutral) return null;
        var meanYear = figures.Average(f => (decimal)f.Year);
        var meanValue = figures.Average(f => f.Value);
        var slope = figures.Sum(f => (f.Year - meanYear) * (f.Value - meanValue)) / figures.Sum(f => (f.Year - meanYear) * (f.Year - meanYear));
        var last = figures[^1];
        var trend = meanValue + (slope * (last.Year - meanYear));
        return new(slope, trend, last.Value - trend, polarity.Sign() * slope < 0);
    }
}
