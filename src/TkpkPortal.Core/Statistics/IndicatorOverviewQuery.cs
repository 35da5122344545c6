using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>One indicator for an area against province, nation and all regencies of its latest year.</summary>
public sealed record IndicatorOverview(FigureArea Area, FigureArea? Province, FigureArea? Nation, IndicatorSeries Series, int? PeerYear, IReadOnlyList<PeerFigure> Peers)
{
    /// <summary>Null for an area that is not a regency: a province has no place among them.</summary>
    public RelativePosition? Position => PositionIn(Series, Peers, Area);

    /// <summary>What the latest figure is held against in its own year: province, nation, target, each with where it comes from.</summary>
    public IEnumerable<(string Name, decimal Value, string Source)> Comparators
    {
        get
        {
            if (Series.Latest is not { } latest) yield break;
            var survey = $"{Series.Indicator.Source} {latest.Year}";
            if (Province is not null && IndicatorSeries.Of(Series.Province, latest.Year) is { } theirs) yield return (Province.Title, theirs.Value, survey);
            if (IndicatorSeries.Of(Series.Nation, latest.Year) is { } national) yield return ("Nasional", national.Value, survey);
            if (Series.TargetOf(latest.Year) is { } target) yield return ($"Target {latest.Year}", target.Value, target.Document);
        }
    }

    internal static RelativePosition? PositionIn(IndicatorSeries series, IReadOnlyList<PeerFigure> peers, FigureArea area) => series.Latest is not { } latest || peers.All(p => p.Area.Id != area.Id)
        ? null
        : RelativePosition.Among(
            latest.Year,
            latest.Value,
            [.. peers.Select(p => p.Figure.Value)],
            IndicatorSeries.Of(series.Province, latest.Year)?.Value,
            IndicatorSeries.Of(series.Nation, latest.Year)?.Value,
            series.Indicator.Polarity);
}

public sealed class IndicatorOverviewQuery(TkpkDbContext db, CurrentSettings settings)
{
    /// <summary>Four commands. Null for an unknown area or indicator, or when our kabupaten is not chosen yet.</summary>
    public async Task<IndicatorOverview?> RunAsync(string? areaCode, string indicatorCode, CancellationToken ct)
    {
        if ((areaCode ?? (await settings.GetAsync(ct)).Regency?.Code) is not { } code) return null;
        var reader = new FigureReader(db);
        if (await reader.AreasAsync(code, ct) is not { } areas) return null;
        if (!(await reader.SeriesAsync(areas, [indicatorCode], ct)).TryGetValue(indicatorCode, out var series)) return null;
        var peers = series.Latest is { } latest ? await reader.PeersAsync(series.Indicator, null, latest.Year, ct) : [];
        return new(areas.Area, areas.Province, areas.Nation, series, series.Latest?.Year, peers);
    }
}
