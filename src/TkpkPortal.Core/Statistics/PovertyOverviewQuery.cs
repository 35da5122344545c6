using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>
/// Everything about macro poverty of one area, for the dashboard, /statistik and the Laporan Tingkat Kemiskinan. Rate and count are always both here.
/// All figures are BPS survey figures as published: never mix them with counts of the registry, never recompute one from the other.
/// </summary>
/// <param name="Area">The area read about; our kabupaten unless another was asked for.</param>
/// <param name="Province">Null when the area is the nation or a province.</param>
/// <param name="Rate">P0, percent.</param>
/// <param name="Count">Number of poor, thousand people.</param>
/// <param name="Gap">P1, index points.</param>
/// <param name="Severity">P2, index points.</param>
/// <param name="Line">Garis kemiskinan, rupiah per head and month.</param>
/// <param name="Extreme">Kemiskinan ekstrem, percent.</param>
/// <param name="PeerYear">The year of <paramref name="Peers"/>: the latest year of our P0; null when we have none.</param>
/// <param name="Peers">All regencies with a P0 in that year, ours included, the highest first, each with its count beside it.</param>
/// <param name="Steps">Implied population year by year; those with IsImplausible carry a warning.</param>
public sealed record PovertyOverview(
    FigureArea Area,
    FigureArea? Province,
    FigureArea? Nation,
    IndicatorSeries Rate,
    IndicatorSeries Count,
    IndicatorSeries Gap,
    IndicatorSeries Severity,
    IndicatorSeries Line,
    IndicatorSeries Extreme,
    int? PeerYear,
    IReadOnlyList<PeerFigure> Peers,
    IReadOnlyList<PopulationStep> Steps)
{
    /// <summary>Our place in <see cref="Peers"/> and the gaps to province and nation; null without a P0 of our own, and for an area that is not a regency.</summary>
    public RelativePosition? Position => IndicatorOverview.PositionIn(Rate, Peers, Area);

    public IEnumerable<PopulationStep> Warnings => Steps.Where(s => s.IsImplausible);

    public PopulationStep? StepOf(int year) => Steps.FirstOrDefault(s => s.Year == year);
}

public sealed class PovertyOverviewQuery(TkpkDbContext db, CurrentSettings settings, KeptViews kept)
{
    /// <summary>Four commands. <paramref name="areaCode"/> null means our kabupaten.</summary>
    /// <returns>Null when our kabupaten is not chosen yet, or no area has the code.</returns>
    public async Task<PovertyOverview?> RunAsync(string? areaCode, CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        if ((areaCode ?? view.Regency?.Code) is not { } code) return null;
        // Published figures, the same for every reader.
        return await kept.GetAsync((nameof(PovertyOverviewQuery), code, view.Settings.ImplausibleGrowth), () => ReadAsync(code, view.Settings.ImplausibleGrowth, ct));
    }

    private async Task<PovertyOverview?> ReadAsync(string code, decimal implausibleGrowth, CancellationToken ct)
    {
        var reader = new FigureReader(db);
        if (await reader.AreasAsync(code, ct) is not { } areas) return null;
        var series = await reader.SeriesAsync(areas, IndicatorCodes.All, ct);
        var (rate, count) = (series[IndicatorCodes.HeadcountRatio], series[IndicatorCodes.PoorPopulation]);
        var peers = rate.Latest is { } latest ? await reader.PeersAsync(rate.Indicator, count.Indicator, latest.Year, ct) : [];
        return new(
            areas.Area, areas.Province, areas.Nation, rate, count,
            series[IndicatorCodes.PovertyGap], series[IndicatorCodes.PovertySeverity], series[IndicatorCodes.PovertyLine], series[IndicatorCodes.ExtremePoverty],
            rate.Latest?.Year, peers, ImpliedPopulation.Steps(rate.Own, count.Own, implausibleGrowth));
    }
}
