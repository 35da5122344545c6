namespace TkpkPortal.Core.Statistics;

/// <summary>The sentences of the four-way analysis for one indicator. A sentence whose figures are not there is null, never guessed.</summary>
public sealed record IndicatorNarrative(string? Position, string? Target, string? OverTime, string? Effectiveness, string? Relevance)
{
    public static IndicatorNarrative Of(IndicatorSeries series, RelativePosition? position, FigureArea area, FigureArea? province) => new(
        series.Latest is { } latest ? PositionOf(series, latest, position, area, province) : null,
        series.Latest is { } reached && series.TargetOf(reached.Year) is { } target ? TargetSentence(series.Indicator, reached, target) : null,
        TimeTrend.Of(series.Own, series.Indicator.Polarity) is { } trend ? OverTimeOf(series.Indicator, trend) : null,
        Statistics.Effectiveness.Of(series.Own, series.Indicator.Polarity) is { } effect ? EffectivenessOf(effect) : null,
        Statistics.Relevance.Of(series.Own, series.Province, series.Nation) is { } relevance ? RelevanceOf(relevance) : null);

    /// <summary>Those that could be written, in the order of a report.</summary>
    public IReadOnlyList<string> Sentences => [.. new[] { Position, Target, OverTime, Effectiveness, Relevance }.OfType<string>()];

    private static string PositionOf(IndicatorSeries series, Figure latest, RelativePosition? position, FigureArea area, FigureArea? province)
    {
        var indicator = series.Indicator;
        var others = new List<(string Compared, string Name, decimal Value)>();
        if (IndicatorSeries.Of(series.Province, latest.Year) is { } theirs && province is not null) others.Add((Compare(latest.Value, theirs.Value), province.Title, theirs.Value));
        if (IndicatorSeries.Of(series.Nation, latest.Year) is { } national) others.Add((Compare(latest.Value, national.Value), "nasional", national.Value));
        var sameWay = others.Count == 2 && others[0].Compared == others[1].Compared;
        var comparison = string.Join(" dan ", others.Select((o, i) => $"{(sameWay && i == 1 ? "" : o.Compared + " ")}{o.Name} ({IndicatorWords.Value(o.Value, indicator)})"));
        var rank = position is { Of: > 1 } ? $"; menempati peringkat {position.Rank} tertinggi dari {position.Of} kabupaten/kota yang angkanya tersedia" : "";
        return $"Pada {latest.Period}, {IndicatorWords.InSentence(indicator.Name)} {area.Title} sebesar {IndicatorWords.Value(latest.Value, indicator)}{(comparison.Length > 0 ? ", " + comparison : "")}{rank}.";
    }

    private static string Compare(decimal own, decimal other) => own.CompareTo(other) switch
    {
        > 0 => "lebih tinggi daripada",
        < 0 => "lebih rendah daripada",
        _ => "sama dengan",
    };

    private static string? TargetSentence(IndicatorLabel indicator, Figure latest, TargetFigure target) => indicator.Polarity == Polarity.Neutral
        ? null
        : $"Target {target.Document} untuk {target.Year} sebesar {IndicatorWords.Value(target.Value, indicator)} "
          + $"{(indicator.Polarity.Sign() * (latest.Value - target.Value) <= 0 ? "tercapai" : $"belum tercapai, selisihnya {IndicatorWords.Size(latest.Value - target.Value, indicator)}")}.";

    private static string OverTimeOf(IndicatorLabel indicator, TimeTrend trend)
    {
        var change = IndicatorWords.Change(trend.TotalChange, indicator);
        var from = $"Dalam kurun {trend.First.Year}–{trend.Last.Year}, {IndicatorWords.InSentence(indicator.Name)} {change}";
        if (change == "tetap") return $"{from} {IndicatorWords.Value(trend.Last.Value, indicator)}.";
        var mean = trend.Last.Year - trend.First.Year > 1 ? $", rata-rata {IndicatorWords.Size(trend.MeanAnnualChange, indicator)} per tahun" : "";
        return $"{from} dari {IndicatorWords.Value(trend.First.Value, indicator)} menjadi {IndicatorWords.Value(trend.Last.Value, indicator)}{mean}.";
    }

    private static string EffectivenessOf(Effectiveness effect) => effect switch
    {
        { Slope: 0 } => "Garis tren mendatar; upaya penanggulangan kurang efektif.",
        { IsEffective: true } => "Garis tren menunjukkan arah membaik; upaya penanggulangan cukup efektif.",
        _ => "Garis tren menunjukkan arah memburuk; upaya penanggulangan kurang efektif.",
    };

    private static string RelevanceOf(Relevance relevance) => relevance.IsRelevant
        ? $"Perkembangan tersebut sejalan dengan provinsi dan nasional pada {relevance.SameDirection} dari {relevance.Compared} tahun yang dapat dibandingkan."
        : $"Perkembangan tersebut tidak sejalan dengan provinsi dan nasional: arahnya sama hanya pada {relevance.SameDirection} dari {relevance.Compared} tahun yang dapat dibandingkan.";
}
