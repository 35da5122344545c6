using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Pages.Home;

/// <summary>Titles that state the finding, and the charts under them. Where no rule fires the title is neutral.</summary>
public sealed class DashboardWords(DashboardView view, bool byName)
{
    /// <summary>Bounds in percent of families, the same every year.</summary>
    public static readonly MapClasses TargetClasses = new([15, 20, 25, 30]);

    private string District => view.Settings.Settings.DistrictTerm;

    public string Deciles => view.Coverage.TargetDecile == 1 ? "desil 1" : $"desil 1–{view.Coverage.TargetDecile}";

    /// <summary>How the distance to the province moved over the years both published.</summary>
    public string? ProvinceGap()
    {
        if (view.Poverty is not { } poverty) return null;
        var years = poverty.Rate.Own.Select(f => f.Year).Intersect(poverty.Rate.Province.Select(f => f.Year)).Order().ToList();
        if (years.Count < 2) return null;
        var (first, last) = (Gap(years[0]), Gap(years[^1]));
        var verb = Math.Abs(last).CompareTo(Math.Abs(first)) switch { > 0 => "melebar", < 0 => "menyempit", _ => "tetap" };
        return $"Jarak ke provinsi {verb} dari {Indonesian.Points(Math.Abs(first))} ({years[0]}) menjadi {Indonesian.Points(Math.Abs(last))} ({years[^1]}).";

        decimal Gap(int year) => IndicatorSeries.Of(poverty.Rate.Own, year)!.Value - IndicatorSeries.Of(poverty.Rate.Province, year)!.Value;
    }

    public string MapTitle()
    {
        var known = view.Coverage.Districts.Where(d => d.TargetShare is not null).OrderByDescending(d => d.TargetShare).ToList();
        if (known.Count == 0) return $"Keluarga {Deciles} menurut {District}";
        var limit = TargetClasses.Bounds[^1];
        var above = known.Count(d => d.TargetShare >= limit);
        return above > 0 && above <= known.Count / 2
            ? $"{Capital(Indonesian.Spell(above))} {District} melampaui {Indonesian.Number(limit)} % keluarga {Deciles}"
            : $"Keluarga {Deciles} paling banyak di {known[0].Name}, {Indonesian.Percent(known[0].TargetShare!.Value, 1)}";
    }

    public AreaMapData MapData() => new(
        [.. view.Coverage.Districts.Select(d => new MapArea(d.Code, d.Name, d.TargetShare, VillagesOf(d)))], TargetClasses, "persen")
    {
        Sheet = view.Map?.Sheet,
    };

    public string UnreachedTitle()
    {
        const int spoken = 4;
        var ordered = view.Coverage.Districts.Where(d => d.Unreached > 0).OrderByDescending(d => d.Unreached).ToList();
        if (view.Coverage.Target == 0) return "Keluarga sasaran yang belum tersentuh program";
        if (ordered.Count == 0) return $"Semua keluarga {Deciles} sudah tersentuh program";
        if (ordered.Count < spoken * 2) return $"{Indonesian.Count(view.Coverage.Unreached, "keluarga")} {Deciles} belum tersentuh program";
        var share = 100m * ordered.Take(spoken).Sum(d => d.Unreached) / view.Coverage.Unreached;
        return $"{Capital(Indonesian.Spell(spoken))} {District} memuat {Indonesian.Number(share)} % keluarga yang belum tersentuh";
    }

    public BarListData UnreachedData() => new(
        [.. view.Coverage.Districts.Where(d => d.Unreached > 0).Select(d => new BarRow(d.Name, d.Unreached, d.Target, VillagesOf(d)))], "keluarga") { Noun = District };

    public string LateTitle()
    {
        var late = view.FollowUps;
        if (late.Late == 0) return late.Total == 0 ? "Belum ada tindak lanjut rakor" : "Tidak ada tindak lanjut yang terlambat";
        var top = late.LateByAgency[0];
        var alone = late.LateByAgency.Count == 1 || late.LateByAgency[1].Late < top.Late;
        return alone && top.Late * 3 >= late.Late && top.Late > 1
            ? $"{Indonesian.Number(top.Late)} dari {Indonesian.Number(late.Late)} keterlambatan ada di {top.Agency}"
            : $"{Indonesian.Count(late.Late, "tindak lanjut")} terlambat di {Indonesian.Number(late.LateByAgency.Count)} OPD";
    }

    /// <summary>"Provinsi 10,30. ": of the same year, or the last one before it with its year; nothing when none was published.</summary>
    public static string Beside(string name, IReadOnlyList<Figure> figures, int year) => figures.LastOrDefault(f => f.Year <= year) is { } figure
        ? $"{name} {Indonesian.Number(figure.Value, 2)}{(figure.Year == year ? "" : $" ({figure.Year})")}. "
        : "";

    public static LineChartData RateData(PovertyOverview poverty) => new(
        [
            new(poverty.Area.Name, Points(poverty.Rate.Own), "Kabupaten"),
            .. poverty.Rate.Province.Count > 0 ? [new ChartSeries(poverty.Province?.Title ?? "Provinsi", Points(poverty.Rate.Province), "Provinsi")] : Array.Empty<ChartSeries>(),
            .. poverty.Rate.Nation.Count > 0 ? [new ChartSeries("Indonesia", Points(poverty.Rate.Nation), "Nasional")] : Array.Empty<ChartSeries>(),
        ],
        "persen");

    public static ColumnChartData CountData(PovertyOverview poverty) => new(Points(poverty.Count.Own), "ribu jiwa");

    /// <summary>Where the number opens: families by name for those who may, totals per desa for the others.</summary>
    public string UnreachedHref => byName ? $"/keluarga?tersentuh=belum&desil=1-{view.Coverage.TargetDecile}" : "/keluarga-per-desa";

    private static string VillagesOf(DistrictCoverage district) => $"/keluarga-per-desa?kecamatan={district.Code}";

    private static List<ChartPoint> Points(IReadOnlyList<Figure> figures) => [.. figures.Select(f => new ChartPoint(f.Year, f.Value, f.IsProvisional))];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
