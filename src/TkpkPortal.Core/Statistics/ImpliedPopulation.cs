using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

/// <summary>
/// The population a published pair implies: count in thousand × 1.000 / (rate in percent / 100), people. Used only to doubt a pair, never as a figure:
/// BPS publishes rate and count from different bases.
/// </summary>
public static class ImpliedPopulation
{
    /// <returns>Null for a rate of 0.</returns>
    public static decimal? Of(decimal ratePercent, decimal countThousand) => ratePercent <= 0 ? null : countThousand * 1000m / (ratePercent / 100m);

    /// <summary>One entry for every year that has both figures, and the year before too. Oldest first.</summary>
    public static IReadOnlyList<PopulationStep> Steps(IReadOnlyList<Figure> rates, IReadOnlyList<Figure> counts, decimal implausibleGrowth)
    {
        var implied = new Dictionary<int, decimal>();
        foreach (var rate in rates)
        {
            if (IndicatorSeries.Of(counts, rate.Year) is { } count && Of(rate.Value, count.Value) is { } people) implied[rate.Year] = people;
        }

        return [.. implied.Keys.Order().Where(y => implied.GetValueOrDefault(y - 1) > 0).Select(y => new PopulationStep(y, implied[y - 1], implied[y], implausibleGrowth))];
    }
}

/// <summary>Implied population of one year against the year before, people.</summary>
public sealed record PopulationStep(int Year, decimal Before, decimal Now, decimal Limit)
{
    /// <summary>Percent.</summary>
    public decimal Growth => ((Now / Before) - 1m) * 100m;

    public bool IsImplausible => Math.Abs(Growth) > Limit;

    /// <summary>The warning people read at entry and beside the table. The pair is kept as published.</summary>
    public string Warning =>
        $"Persentase dan jumlah penduduk miskin {Year} menyiratkan penduduk {(Growth < 0 ? "berkurang" : "bertambah")} {Indonesian.Number(Math.Abs(Growth), 1)} persen dalam setahun "
        + $"({Indonesian.Number(Before / 1000m, 1)} menjadi {Indonesian.Number(Now / 1000m, 1)} ribu jiwa), melewati batas wajar {Indonesian.NumberTrimmed(Limit, 1)} persen. Periksa kedua angka pada sumbernya.";
}
