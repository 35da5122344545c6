namespace TkpkPortal.Core.Statistics;

/// <summary>
/// Posisi relatif: where an area stands in one year. Ranks count from the highest value, ties share a rank.
/// Gaps are s·(own − other) in the indicator's unit, s = +1 when higher is worse, −1 when higher is better: above 0 is worse than the other.
/// Null where the other, or an indicator that is neither good nor bad, has none. Source: TNP2K handbook ch. 3.
/// </summary>
public sealed record RelativePosition(int Year, decimal Value, int Rank, int Of, decimal? GapToProvince, decimal? GapToNation)
{
    /// <param name="peers">Values of all regencies in that year, the area's own included.</param>
    public static RelativePosition Among(int year, decimal value, IReadOnlyCollection<decimal> peers, decimal? province, decimal? nation, Polarity polarity) => new(
        year,
        value,
        1 + peers.Count(p => p > value),
        Math.Max(1, peers.Count),
        Gap(value, province, polarity),
        Gap(value, nation, polarity));

    private static decimal? Gap(decimal value, decimal? other, Polarity polarity) =>
        polarity == Polarity.Neutral || other is null ? null : polarity.Sign() * (value - other);
}
