using TkpkPortal.Core.Areas;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Charts;

/// <summary>Figures of an invented regency, chosen so that hardly any coordinate is whole.</summary>
internal static class Samples
{
    public static ChartSeries Series(string name, int firstYear, params decimal?[] values) =>
        new(name, [.. values.Select((value, i) => new ChartPoint(firstYear + i, value))]);

    public static LineChartData Lines { get; } = new(
        [
            new ChartSeries("Kabupaten Contoh", [new(2019, 12.92m), new(2020, 13.38m), new(2021, null), new(2022, 12.74m), new(2023, 12.30m), new(2024, 11.72m), new(2025, 11.61m, true)], "Kabupaten"),
            Series("Provinsi", 2019, 12.2m, 12.5m, 12.7m, 11.75m, 11.3m, 10.85m, 10.3m),
            Series("Nasional", 2019, 9.55m, 9.9m, 10.25m, 9.65m, 9.45m, 9.15m, 8.6m),
            Series("Rata-rata tetangga", 2019, 11.1m, 11.4m, 11.9m, 11.2m, 10.9m, 10.4m, 10.2m),
        ],
        "persen")
    {
        Target = Series("Target RPJMD", 2024, 11.2m, 10.9m, 10.4m),
        Breaks = [new ChartBreak(2022, "penimbang baru")],
    };

    public static ColumnChartData Columns { get; } = new(
        [new(2015, 43.26m), new(2016, 42.78m), new(2017, 42.66m), new(2018, 40.85m), new(2019, null), new(2020, 41.34m), new(2021, 42.56m), new(2022, 40.32m), new(2023, 39.4m), new(2024, 37.98m), new(2025, 38.12m)],
        "ribu jiwa");

    public static BarListData Bars { get; } = new(
        [new("Teratai", 332, 1390), new("Sakura", 291, 1322), new("Flamboyan", 246, 1378), new("Seruni", 214, 1286), new("Kenanga", 187, 1452, "/wilayah/5"), new("Dahlia", 143, 1210), new("Asoka", 88, 1040)],
        "keluarga")
    { Shown = 5, Solid = 2, Noun = "kecamatan" };

    public static ComparisonData Comparison { get; } = new(
        [new("Kab. Contoh", 11.61m, ComparisonKind.Ours), new("Kab. Hulu", 12.87m), new("Kab. Hilir dan Kepulauan Seberang Sungai", 9.2m), new("Kota Contoh", null), new("Provinsi", 10.3m, ComparisonKind.Reference), new("Nasional", 8.6m, ComparisonKind.Reference)],
        "persen");

    public static BudgetData Budget { get; } = new(
        [
            new("Pengurangan beban pengeluaran", 101_300_000_000m, 92_100_000_000m, "/program"),
            new("Peningkatan pendapatan", 33_500_000_000m, 37_340_000_000m),
            new("Penurunan kantong kemiskinan di seluruh kecamatan dan kelurahan", 28_400_000_000m, null),
            new("Tanpa pagu", 0, 12_500_000m),
        ],
        95);

    public static MapClasses Classes { get; } = new([15, 20, 25, 30]);

    static readonly IReadOnlyList<Boundary> Land =
        [.. SyntheticBoundaries.Generate(7, [4, 5, 3, 4]).Select((d, i) => new Boundary($"99.01.0{i + 1}", d.Outline))];

    public static AreaMapData Map { get; } = new(
        [new("99.01.01", "Anggrek", 14.2m, "/wilayah/99.01.01"), new("99.01.02", "Asoka", 33.9m, "/wilayah/99.01.02"), new("99.01.03", "Cempaka", null), new("99.01.04", "Dahlia", 29.7m), new("99.01.05", "Tanpa Batas", 22.4m)],
        Classes,
        "persen")
    { Sheet = MapSheet.Draw(Land), Outlines = MapSheet.Draw(Land).OutlinesOf(Land) };
}
