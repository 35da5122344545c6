namespace TkpkPortal.Core.Statistics;

/// <summary>What rate and count say together: a rate that falls while the count rises must be told in one breath.</summary>
public static class PovertyNarrative
{
    private const string Neutral = "Persentase dan jumlah penduduk miskin dari tahun ke tahun";

    /// <summary>The finding, computed; a neutral title where the figures allow no finding.</summary>
    public static string Title(PovertyOverview overview) => (overview.Rate.LastChange, overview.Count.LastChange) switch
    {
        _ when overview.Rate.Latest?.Year != overview.Count.Latest?.Year => Neutral,
        ( < 0, > 0) => $"Persentase {RateChange(overview)}, tetapi jumlah penduduk miskin {CountChange(overview)}",
        ( > 0, < 0) => $"Persentase {RateChange(overview)}, tetapi jumlah penduduk miskin {CountChange(overview)}",
        ( < 0, < 0) => $"Persentase dan jumlah penduduk miskin sama-sama turun: {Sizes(overview)}",
        ( > 0, > 0) => $"Persentase dan jumlah penduduk miskin sama-sama naik: {Sizes(overview)}",
        _ => Neutral,
    };

    /// <summary>Where we stand against province and nation in the latest year, as a title.</summary>
    public static string PositionTitle(IndicatorSeries series, FigureArea? province)
    {
        if (series.Latest is not { } latest) return "Perbandingan antarwilayah";
        var theirs = IndicatorSeries.Of(series.Province, latest.Year)?.Value;
        var national = IndicatorSeries.Of(series.Nation, latest.Year)?.Value;
        return (Math.Sign(latest.Value.CompareTo(theirs ?? latest.Value)), Math.Sign(latest.Value.CompareTo(national ?? latest.Value))) switch
        {
            (1, 1) => "Lebih tinggi daripada provinsi dan nasional",
            (-1, -1) => "Lebih rendah daripada provinsi dan nasional",
            (1, -1) => "Lebih tinggi daripada provinsi, lebih rendah daripada nasional",
            (-1, 1) => "Lebih rendah daripada provinsi, lebih tinggi daripada nasional",
            (1, 0) when national is null => $"Lebih tinggi daripada {province?.Title ?? "provinsi"}",
            (-1, 0) when national is null => $"Lebih rendah daripada {province?.Title ?? "provinsi"}",
            (0, 1) when theirs is null => "Lebih tinggi daripada angka nasional",
            (0, -1) when theirs is null => "Lebih rendah daripada angka nasional",
            _ => "Perbandingan antarwilayah",
        };
    }

    /// <summary>Rate and count against the year before in one sentence; null when a figure of either year is missing.</summary>
    public static string? Pair(PovertyOverview overview)
    {
        var (rate, count) = (overview.Rate, overview.Count);
        if (rate is not { LastChange: { } rateChange, Latest: { } latest } || count is not { LastChange: { } countChange, Latest: { } people } || latest.Year != people.Year) return null;
        var joint = Math.Sign(rateChange) * Math.Sign(countChange) < 0 ? "sedangkan" : "dan";
        return $"Dibandingkan dengan {latest.Year - 1}, persentase penduduk miskin pada {latest.Year} {RateChange(overview)} (dari {IndicatorWords.Value(rate.YearBefore!.Value, rate.Indicator)} menjadi {IndicatorWords.Value(latest.Value, rate.Indicator)}), "
            + $"{joint} jumlah penduduk miskin {CountChange(overview)} (dari {IndicatorWords.Value(count.YearBefore!.Value, count.Indicator)} menjadi {IndicatorWords.Value(people.Value, count.Indicator)}).";
    }

    /// <summary>Pair, then the four analyses of the rate: the paragraph a report prints and staff may edit.</summary>
    public static IReadOnlyList<string> Sentences(PovertyOverview overview)
    {
        var rate = IndicatorNarrative.Of(overview.Rate, overview.Position, overview.Area, overview.Province);
        return [.. new[] { rate.Position, rate.Target, Pair(overview), rate.OverTime, rate.Effectiveness, rate.Relevance }.OfType<string>()];
    }

    private static string RateChange(PovertyOverview overview) => IndicatorWords.Change(overview.Rate.LastChange!.Value, overview.Rate.Indicator);

    private static string CountChange(PovertyOverview overview) => IndicatorWords.Change(overview.Count.LastChange!.Value, overview.Count.Indicator);

    private static string Sizes(PovertyOverview overview) =>
        $"{IndicatorWords.Size(overview.Rate.LastChange!.Value, overview.Rate.Indicator)} dan {IndicatorWords.Size(overview.Count.LastChange!.Value, overview.Count.Indicator)}";
}
