using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>One indicator for an area against province, nation and all regencies of its latest year.</summary>
public sealed record IndicatorOverview(FigureArea Area, FigureArea? Province, FigureArea? Nation, IndicatorSeries Series, int? PeerYear, IReadOnlyList<PeerFigure> Peers)
{
    public RelativePosition? Position => PositionIn(Series, Peers);

    internal static RelativePosition? PositionIn(IndicatorSeries series, IReadOnlyList<PeerFigure> peers) => series.Latest is not { } latest
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
