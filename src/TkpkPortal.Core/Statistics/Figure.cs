using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

/// <summary>A place a figure stands for. <see cref="Title"/> is how prose names it.</summary>
public sealed record FigureArea(Guid Id, string Code, string Name, AreaLevel Level)
{
    /// <summary>"Provinsi Lampung", "Kabupaten Contoh", "Indonesia".</summary>
    public string Title => Level == AreaLevel.Province && !Name.StartsWith("Provinsi ", StringComparison.OrdinalIgnoreCase) ? $"Provinsi {Name}" : Name;
}

/// <summary>One published figure of one year, in the indicator's unit, for all people (no breakdown).</summary>
public sealed record Figure(int Year, int? Month, decimal Value, bool IsProvisional, string? SourceDocument)
{
    public Period Period => new(Year, Month);
}

/// <summary>What a plan promises for a year, in the indicator's unit.</summary>
public sealed record TargetFigure(int Year, decimal Value, string Document);

/// <summary>What reading a figure needs to know of its indicator.</summary>
public sealed record IndicatorLabel(Guid Id, string Code, string Name, string Unit, Polarity Polarity, int Decimals, string Source);

/// <summary>
/// One indicator over the years for an area, its province and the nation: one figure a year, oldest first. A year nobody published is absent
/// and stays absent; <see cref="Of"/> answers null for it, so that a chart breaks there.
/// </summary>
public sealed record IndicatorSeries(
    IndicatorLabel Indicator, IReadOnlyList<Figure> Own, IReadOnlyList<Figure> Province, IReadOnlyList<Figure> Nation, IReadOnlyList<TargetFigure> Targets)
{
    public Figure? Latest => Own.Count > 0 ? Own[^1] : null;

    /// <summary>The figure of the year right before the latest; null when that year was not published.</summary>
    public Figure? YearBefore => Latest is { } latest ? Of(Own, latest.Year - 1) : null;

    /// <summary>Latest less the year before, in the indicator's unit.</summary>
    public decimal? LastChange => YearBefore is { } before ? Latest!.Value - before.Value : null;

    public bool IsEmpty => Own.Count == 0;

    /// <summary>Every year any of the three published, oldest first.</summary>
    public IReadOnlyList<int> Years => [.. Own.Concat(Province).Concat(Nation).Select(f => f.Year).Distinct().Order()];

    public static Figure? Of(IReadOnlyList<Figure> figures, int year) => figures.FirstOrDefault(f => f.Year == year);

    public TargetFigure? TargetOf(int year) => Targets.FirstOrDefault(t => t.Year == year);

    /// <summary>
    /// One figure a year. A year may have two (the nation's March and September): March counts, which is the survey a kabupaten has,
    /// then a yearly figure, then the latest month.
    /// </summary>
    internal static IReadOnlyList<Figure> OnePerYear(IEnumerable<Figure> figures) =>
        [.. figures.GroupBy(f => f.Year).OrderBy(g => g.Key).Select(g => g.OrderBy(f => f.Month switch { 3 => 0, null => 1, _ => 2 }).ThenByDescending(f => f.Month).First())];
}
