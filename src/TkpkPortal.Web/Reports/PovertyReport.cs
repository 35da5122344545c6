using Microsoft.AspNetCore.Components;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Reports;

/// <summary>Fills the Laporan Tingkat Kemiskinan from published figures and, apart from them, the registry.</summary>
public sealed class PovertyReport(PovertyOverviewQuery overviewQuery, TargetCoverageQuery coverageQuery, MapQuery mapQuery, PaperFrames frames, PovertyReportContext context)
{
    private const int TableYears = 5;
    private const int LongestPeers = 16;

    public async Task<PaperAnswer> RunAsync(CancellationToken ct)
    {
        var view = await context.Settings.GetAsync(ct);
        var overview = await overviewQuery.RunAsync(null, ct);
        if (view.Regency is not { } regency || overview is not { Rate.Latest: { } latest }) throw new RuleBrokenException(ReportRules.NoFigures);
        var frame = await frames.GetAsync(ct);
        var coverage = await coverageQuery.RunAsync(regency.Code, view.Settings.TargetDecile, ct);
        var map = await mapQuery.RunAsync(regency.Code, AreaLevel.District, ct);
        var words = new PovertyReportWords(overview, coverage, view.Settings, context.Clock.Today);
        var drawings = new PovertyReportDrawings
        {
            RateChart = Draw<LineChart>("l-p0", "Persentase penduduk miskin", words.Rates),
            CountChart = Draw<ColumnChart>("l-jumlah", "Jumlah penduduk miskin", words.Counts),
            PeerChart = Draw<ComparisonBars>("l-banding", "Perbandingan antarwilayah", words.Peers(LongestPeers)),
            Map = Draw<AreaMap>("l-peta", $"Keluarga sasaran menurut {view.Settings.DistrictTerm}", words.Map(map)),
        };
        var paper = new PovertyReportPaper
        {
            Letterhead = frame.Letterhead,
            Regency = frame.RegencyName,
            Year = latest.Year,
            Summary = words.Summary,
            Headlines = words.Headlines,
            RateChartCaption = $"Persentase (P0){(words.Rates.AxisNote is { } note ? $", {note}" : "")}",
            CountChartCaption = "Jumlah penduduk miskin, ribu jiwa",
            TrendSource = $"Sumber: {overview.Rate.Indicator.Source} {overview.Rate.Own[0].Year}–{latest.Year}. Angka survei; tidak dijumlahkan dengan basis data keluarga.",
            Series = words.Series(TableYears),
            TrendNarrative = words.Trend,
            PeerChartCaption = words.PeersCaption(LongestPeers),
            MapCaption = $"Keluarga desil 1–{coverage.TargetDecile} menurut {view.Settings.DistrictTerm}, persen",
            PositionSource = words.PositionSource,
            PositionNarrative = words.Position,
            AreaTable = words.AreaTable,
            Signatures = frame.SignedOn(context.Clock.Today),
            IsSample = frame.IsSample,
        };
        return new(Papers.PovertyReport(paper, drawings), $"laporan tingkat kemiskinan {frame.RegencyName} {latest.Year}", "/laporan", "Kembali ke laporan");
    }

    private static RenderFragment Draw<TChart>(string id, string title, object data)
        where TChart : IComponent => builder =>
    {
        builder.OpenComponent<TChart>(0);
        builder.AddComponentParameter(1, "Id", id);
        builder.AddComponentParameter(2, "Title", title);
        builder.AddComponentParameter(3, "Data", data);
        builder.CloseComponent();
    };
}

/// <summary>Settings and clock, which every report of the year needs.</summary>
public sealed record PovertyReportContext(CurrentSettings Settings, KabupatenClock Clock);

public static class ReportRules
{
    public static readonly Rule NoFigures = new("LAP-01", "Laporan belum dapat dibuat: kabupaten kami belum dipilih, atau angka persentase penduduk miskinnya belum diisi di menu Statistik.");
}
