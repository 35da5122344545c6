using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Charts;
using TkpkPortal.Web.Pages.Home;

namespace TkpkPortal.Web.Reports;

/// <summary>The sentences, tables and chart data of the poverty report. Every sentence is computed from the figures it stands beside.</summary>
internal sealed class PovertyReportWords(PovertyOverview overview, TargetCoverage coverage, PortalSettings settings, DateOnly today)
{
    private Figure Latest => overview.Rate.Latest!;

    public LineChartData Rates { get; } = DashboardWords.RateData(overview);

    public ColumnChartData Counts { get; } = DashboardWords.CountData(overview);

    public string Summary
    {
        get
        {
            var rate = IndicatorNarrative.Of(overview.Rate, overview.Position, overview.Area, overview.Province);
            return string.Join(' ', new[] { rate.Position, PovertyNarrative.Pair(overview), rate.Target }.OfType<string>());
        }
    }

    public string Trend
    {
        get
        {
            var rate = IndicatorNarrative.Of(overview.Rate, overview.Position, overview.Area, overview.Province);
            return string.Join(' ', new[] { rate.OverTime, rate.Effectiveness, rate.Relevance }.Concat(overview.Warnings.Select(w => w.Warning)).OfType<string>());
        }
    }

    public IReadOnlyList<Headline> Headlines =>
    [
        .. new[] { (overview.Rate, "Penduduk miskin (P0)"), (overview.Count, "Jumlah penduduk miskin"), (overview.Line, "Garis kemiskinan"), (overview.Extreme, "Kemiskinan ekstrem") }
            .Where(s => s.Item1.Latest is not null)
            .Select(s => new Headline(s.Item2, Short(s.Item1), Note(s.Item1))),
    ];

    public string PositionSource =>
        $"Sumber: {overview.Rate.Indicator.Source} {Latest.Year} (perbandingan); basis data keluarga per {Indonesian.LongDate(today)} (peta dan tabel {settings.DistrictTerm}). Keduanya tidak dijumlahkan.";

    public string Position
    {
        get
        {
            var place = overview.Position is { } p ? $"{overview.Area.Title} menempati peringkat {p.Rank} tertinggi dari {p.Of} kabupaten/kota yang angkanya tersedia." : null;
            var known = coverage.Districts.Where(d => d.TargetShare is not null).OrderByDescending(d => d.TargetShare).ToList();
            var spread = known.Count > 1
                ? $"Menurut basis data keluarga, bagian keluarga desil 1–{coverage.TargetDecile} tertinggi di {known[0].Name} ({Indonesian.Percent(known[0].TargetShare!.Value, 1)}) dan terendah di {known[^1].Name} ({Indonesian.Percent(known[^1].TargetShare!.Value, 1)})."
                : null;
            var unreached = coverage.Target > 0 ? $"Dari {Indonesian.Count(coverage.Target, "keluarga sasaran")}, {Indonesian.Number(coverage.Unreached)} belum tersentuh program apa pun." : null;
            return string.Join(' ', new[] { place, spread, unreached }.OfType<string>());
        }
    }

    public PaperTable? AreaTable => coverage.Districts.All(d => d.Households == 0) ? null : new()
    {
        Caption = $"Keluarga sasaran menurut {settings.DistrictTerm}",
        Columns =
        [
            new(settings.DistrictTerm[..1].ToUpperInvariant() + settings.DistrictTerm[1..], IsRowHead: true), new("Keluarga", IsNumber: true), new($"Desil 1–{coverage.TargetDecile}", IsNumber: true),
            new("Bagian (%)", IsNumber: true), new("Belum tersentuh", IsNumber: true), new("Bagian (%)", IsNumber: true),
        ],
        Rows =
        [
            .. coverage.Districts.Select(d => (IReadOnlyList<string>)[d.Name, Indonesian.Number(d.Households), Indonesian.Number(d.Target), Share(d.TargetShare), Indonesian.Number(d.Unreached), Share(d.UnreachedShare)]),
            ["Jumlah", Indonesian.Number(coverage.Households), Indonesian.Number(coverage.Target), Share(coverage.Households > 0 ? 100m * coverage.Target / coverage.Households : null), Indonesian.Number(coverage.Unreached), Share(coverage.UnreachedShare)],
        ],
        Source = $"Basis data keluarga, per {Indonesian.LongDate(today)}. Hitungan menurut nama, bukan angka survei.",
    };

    public PovertySeries Series(int years)
    {
        int[] shown = [.. overview.Rate.Years.Where(y => y <= Latest.Year).TakeLast(years)];
        List<PovertySeriesRow> rows =
        [
            Row("Persentase penduduk miskin, kabupaten (%)", overview.Rate, overview.Rate.Own),
            Row("Persentase penduduk miskin, provinsi (%)", overview.Rate, overview.Rate.Province),
            Row("Persentase penduduk miskin, nasional (%)", overview.Rate, overview.Rate.Nation),
            Row("Jumlah penduduk miskin (ribu jiwa)", overview.Count, overview.Count.Own),
            Row("Indeks kedalaman (P1)", overview.Gap, overview.Gap.Own),
            Row("Indeks keparahan (P2)", overview.Severity, overview.Severity.Own),
            Row("Garis kemiskinan (Rp/kapita/bulan)", overview.Line, overview.Line.Own),
        ];
        return new()
        {
            Years = shown,
            Rows = [.. rows.Where(r => r.Values.Any(v => v is not null))],
            ProvisionalYears = [.. shown.Where(y => IndicatorSeries.Of(overview.Rate.Own, y)?.IsProvisional == true)],
            Source = overview.Rate.Indicator.Source,
        };

        PovertySeriesRow Row(string label, IndicatorSeries series, IReadOnlyList<Figure> figures) =>
            new(label, series.Indicator.Decimals, [.. shown.Select(y => IndicatorSeries.Of(figures, y)?.Value)]);
    }

    /// <summary>All regencies, or the nearest in rank around ours where there are too many for a frame.</summary>
    public ComparisonData Peers(int longest)
    {
        var ours = overview.Peers.ToList().FindIndex(p => p.Area.Id == overview.Area.Id);
        var first = Math.Clamp(ours - (longest / 2), 0, Math.Max(0, overview.Peers.Count - longest));
        return new(
            [
                .. overview.Peers.Skip(first).Take(longest).Select(p => new ComparisonRow(p.Area.Name, p.Figure.Value, p.Area.Id == overview.Area.Id ? ComparisonKind.Ours : ComparisonKind.Peer)),
                .. Reference("Provinsi", overview.Rate.Province),
                .. Reference("Nasional", overview.Rate.Nation),
            ],
            "persen");

        IEnumerable<ComparisonRow> Reference(string name, IReadOnlyList<Figure> figures) =>
            IndicatorSeries.Of(figures, Latest.Year) is { } figure ? [new(name, figure.Value, ComparisonKind.Reference)] : [];
    }

    public string PeersCaption(int longest) => overview.Peers.Count > longest
        ? $"Persentase penduduk miskin {Latest.Year}, {longest} dari {overview.Peers.Count} kabupaten/kota yang peringkatnya terdekat"
        : $"Persentase penduduk miskin kabupaten/kota, {Latest.Year}, persen";

    public AreaMapData Map(AreaMapView map) => new([.. coverage.Districts.Select(d => new MapArea(d.Code, d.Name, d.TargetShare))], DashboardWords.TargetClasses, "persen") { Sheet = map.Sheet };

    private static string Short(IndicatorSeries series) => series.Indicator.Unit switch
    {
        "persen" => Indonesian.Percent(series.Latest!.Value, series.Indicator.Decimals),
        "ribu jiwa" => $"{Indonesian.Number(series.Latest!.Value, series.Indicator.Decimals)} ribu",
        _ => IndicatorWords.Value(series.Latest!.Value, series.Indicator),
    };

    private string Note(IndicatorSeries series)
    {
        var year = series.Latest!.Year == Latest.Year ? "" : $"tahun {series.Latest.Year}";
        return series.LastChange is { } change ? string.Join(", ", new[] { year, IndicatorWords.Change(change, series.Indicator) }.Where(t => t.Length > 0)) : $"tahun {series.Latest.Year}";
    }

    private static string Share(decimal? share) => share is { } known ? Indonesian.Number(known, 1) : "–";
}
