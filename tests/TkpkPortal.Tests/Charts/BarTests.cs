using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Charts;

public sealed class BarTests
{
    [Fact]
    public async Task Columns_start_at_zero_and_only_the_last_is_solid()
    {
        var drawing = await Drawing.OfAsync<ColumnChart>(new ColumnChartData([new(2023, 40), new(2024, 20), new(2025, 30)], "ribu jiwa", 0));

        Assert.Equal("2025: 30 ribu jiwa", drawing.One("rect", "f1").Value);
        double tallest = Drawing.Number(drawing.Titled("2023"), "height");
        Assert.Equal(tallest / 2, Drawing.Number(drawing.Titled("2024"), "height"), 0.1);
        Assert.Equal(tallest * 0.75, Drawing.Number(drawing.Titled("2025"), "height"), 0.1);
    }

    [Fact]
    public async Task A_year_without_a_figure_leaves_its_place_empty_and_says_so()
    {
        var drawing = await Drawing.OfAsync<ColumnChart>(new ColumnChartData([new(2022, 40), new(2023, null), new(2024, 38)], "ribu jiwa"));

        Assert.Equal(2, drawing.All("rect").Count());
        Assert.Contains("2023: tidak ada data", drawing.Titles);
    }

    [Fact]
    public async Task The_last_column_always_bears_its_figure_and_no_two_figures_meet()
    {
        var crowded = new ColumnChartData([.. Enumerable.Range(0, 24).Select(i => new ChartPoint(2002 + i, 100_000 + i % 3))], "jiwa", 0);

        var drawing = await Drawing.OfAsync<ColumnChart>(crowded);

        var figures = drawing.All("text").Where(t => t.Value.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.Contains(figures, t => (string?)t.Attribute("class") == "t1 b");
        Assert.All(figures.SelectMany((a, i) => figures.Skip(i + 1).Select(b => (a, b))), pair => Assert.True(
            Math.Abs(Drawing.Number(pair.a, "x") - Drawing.Number(pair.b, "x")) >= 40 || Math.Abs(Drawing.Number(pair.a, "y") - Drawing.Number(pair.b, "y")) >= 13.9));
    }

    [Fact]
    public async Task A_bar_list_sums_what_it_does_not_show()
    {
        var drawing = await Drawing.OfAsync<BarList>(Samples.Bars);

        Assert.Equal(2, drawing.All("rect", "fg").Count());
        Assert.Equal(3, drawing.All("rect", "fg2").Count());
        Assert.Contains("2 kecamatan lain", drawing.Texts);
        Assert.Contains("231 (10,3 %)", drawing.Texts);
        Assert.Equal("/wilayah/5", (string?)drawing.One("a").Attribute("href"));
    }

    [Fact]
    public void One_row_too_many_is_shown_rather_than_called_one_other() =>
        Assert.Null((Samples.Bars with { Shown = 6 }).Rest);

    [Theory]
    [InlineData("Teratai")]
    [InlineData("Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, dan Lingkungan Hidup")]
    public async Task A_name_never_meets_its_bar(string name)
    {
        var drawing = await Drawing.OfAsync<BarList>(new BarListData([new(name, 120), new("Sakura", 45)], "keluarga"));

        var bar = drawing.Titled(name);
        Assert.All(bar.Parent!.Elements("text").Where(t => (string?)t.Attribute("class") == "strong"), line => Assert.True(
            Drawing.Number(line, "y") <= Drawing.Number(bar, "y") || TextMetrics.Width(line.Value, bold: true) <= Drawing.Number(bar, "x"), line.Value));
        Assert.Equal(name, string.Join(' ', bar.Parent!.Elements("text").Where(t => (string?)t.Attribute("class") == "strong").Select(t => t.Value)));
    }

    [Fact]
    public async Task A_comparison_sorts_all_marks_ours_and_keeps_those_without_a_figure()
    {
        var drawing = await Drawing.OfAsync<ComparisonBars>(Samples.Comparison);

        Assert.Equal(["Kab. Hulu", "Kab. Contoh", "Provinsi", "Kab. Hilir dan Kepulauan Seberang Sungai", "Nasional", "Kota Contoh"], Samples.Comparison.Rows.Select(r => r.Name));
        Assert.Equal("Kab. Contoh: 11,61 persen", drawing.One("rect", "f1").Value);
        Assert.Equal(["Provinsi: 10,30 persen", "Nasional: 8,60 persen"], drawing.All("rect", "track").Select(r => r.Value));
        Assert.Contains("tidak ada data", drawing.Texts);
    }

    [Fact]
    public void Our_rank_counts_regencies_only()
    {
        Assert.Equal(2, Samples.Comparison.RankFromHighest);
        Assert.Equal(3, Samples.Comparison.RankedCount);
    }

    [Fact]
    public async Task Budget_bars_tell_percent_rupiah_and_target()
    {
        var drawing = await Drawing.OfAsync<BudgetBars>(Samples.Budget);

        Assert.Contains("90,9 %", drawing.Texts);
        Assert.Contains("Rp92,10 miliar dari Rp101,30 miliar", drawing.Texts);
        Assert.Equal(3, drawing.All("path", "tick").Count(t => t.Value == "Target 95 %"));
    }

    [Fact]
    public async Task Money_beyond_the_pagu_stands_out_of_its_track()
    {
        var drawing = await Drawing.OfAsync<BudgetBars>(Samples.Budget);

        var over = drawing.Titled("Peningkatan pendapatan: melebihi pagu");
        Assert.Equal("Peningkatan pendapatan: melebihi pagu Rp3,84 miliar", over.Value);
        var track = drawing.Titled("Peningkatan pendapatan: pagu");
        Assert.Equal(Drawing.Number(track, "x") + Drawing.Number(track, "width"), Drawing.Number(over, "x"), 0.1);
    }

    [Fact]
    public async Task Not_reported_and_no_pagu_are_words_not_zeros()
    {
        var drawing = await Drawing.OfAsync<BudgetBars>(Samples.Budget);

        Assert.Contains("Belum dilaporkan, pagu Rp28,40 miliar", drawing.Texts);
        Assert.Contains("Rp12,50 juta, pagu belum diisi", drawing.Texts);
        Assert.DoesNotContain("0,0 %", drawing.Texts);
        Assert.DoesNotContain(drawing.Titles, t => t.StartsWith("Tanpa pagu", StringComparison.Ordinal));
    }
}
