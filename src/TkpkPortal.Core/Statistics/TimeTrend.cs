namespace TkpkPortal.Core.Statistics;

public enum Direction
{
    /// <summary>Membaik: better at the end, and no published step was for the worse.</summary>
    Improving,

    /// <summary>Memburuk: worse at the end, and no published step was for the better.</summary>
    Worsening,

    /// <summary>Berfluktuasi.</summary>
    Fluctuating,

    /// <summary>Tetap: every figure is the same.</summary>
    Steady,
}

/// <summary>
/// Perkembangan antar waktu: change from the first to the last published year, its mean per calendar year, and the last year's change
/// (null when the year before was not published). All in the indicator's unit. Direction is null for an indicator that is neither good nor bad.
/// Source: TNP2K handbook ch. 3.
/// </summary>
public sealed record TimeTrend(Figure First, Figure Last, decimal TotalChange, decimal MeanAnnualChange, decimal? LastYearChange, Direction? Direction)
{
    /// <returns>Null for fewer than two figures.</returns>
    public static TimeTrend? Of(IReadOnlyList<Figure> figures, Polarity polarity)
    {
        if (figures.Count < 2) return null;
        var (first, last, before) = (figures[0], figures[^1], figures[^2]);
        var total = last.Value - first.Value;
        var steps = figures.Zip(figures.Skip(1), (a, b) => polarity.Sign() * (b.Value - a.Value)).ToList();
        return new(
            first,
            last,
            total,
            total / (last.Year - first.Year),
            before.Year == last.Year - 1 ? last.Value - before.Value : null,
            polarity == Polarity.Neutral ? null : DirectionOf(steps));
    }

    private static Direction DirectionOf(List<decimal> worsenings) =>
        worsenings.All(w => w == 0) ? Statistics.Direction.Steady
        : worsenings.All(w => w <= 0) ? Statistics.Direction.Improving
        : worsenings.All(w => w >= 0) ? Statistics.Direction.Worsening
        : Statistics.Direction.Fluctuating;
}
