using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Charts;

public sealed class LineChartTests
{
    static LineChartData Data(params decimal?[] values) => new([Samples.Series("Kabupaten Contoh", 2015, values)], "persen");

    static IReadOnlyList<IReadOnlyList<(double X, double Y)>> LineOf(Drawing drawing, string @class) =>
        PathReader.Read(drawing.All("path", @class).Single(p => (string?)p.Attribute("fill") == "none").Attribute("d")!.Value);

    [Fact]
    public async Task A_missing_year_breaks_the_line()
    {
        var drawing = await Drawing.OfAsync<LineChart>(Data(14, 13, null, 12, 11, 10));

        Assert.Equal([2, 3], LineOf(drawing, "k1").Select(part => part.Count));
    }

    [Fact]
    public async Task A_year_between_two_missing_ones_still_shows_as_a_point()
    {
        var drawing = await Drawing.OfAsync<LineChart>(Data(14, null, 12, null, 10));

        Assert.Equal(3, drawing.All("path", "f1").Count());
        Assert.Contains("Kabupaten Contoh, 2017: 12,00 persen", drawing.Titles);
    }

    [Fact]
    public async Task A_break_in_the_series_parts_the_line_and_tells_its_reason()
    {
        var drawing = await Drawing.OfAsync<LineChart>(Data(14, 13, 12, 11) with { Breaks = [new ChartBreak(2017, "penimbang baru")] });

        Assert.Equal([2, 2], LineOf(drawing, "k1").Select(part => part.Count));
        Assert.Contains("2017: penimbang baru", drawing.One("path", "break").Value, StringComparison.Ordinal);
        Assert.Contains("Garis tegak 2017: penimbang baru", drawing.Texts);
    }

    [Fact]
    public async Task A_provisional_figure_is_hollow_and_named_so()
    {
        var drawing = await Drawing.OfAsync<LineChart>(new LineChartData(
            [new ChartSeries("Kabupaten Contoh", [new(2024, 11.72m), new(2025, 11.61m, Provisional: true)])], "persen"));

        Assert.Equal("Kabupaten Contoh, 2025: 11,61 persen, angka sementara", drawing.One("path", "hollow").Value);
        Assert.Contains("angka sementara", drawing.Texts);
    }

    [Theory]
    [InlineData("8.6", "14.86", "8", "sumbu mulai dari 8")]
    [InlineData("2.1", "14.86", "0", null)]
    [InlineData("11.61", "11.72", "11.6", "sumbu mulai dari 11,6")]
    [InlineData("-1.67", "5.3", "-2", "sumbu mulai dari −2")]
    public void An_axis_that_does_not_start_at_zero_says_where(string low, string high, string start, string? note)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var data = Data(decimal.Parse(low, invariant), decimal.Parse(high, invariant));

        Assert.Equal(decimal.Parse(start, invariant), data.AxisStart);
        Assert.Equal(note, data.AxisNote);
    }

    [Fact]
    public async Task Four_series_differ_by_more_than_colour_and_their_labels_do_not_meet()
    {
        var close = Enumerable.Range(0, 4).Select(i => Samples.Series($"Seri {i}", 2020, 11.5m, 11.2m + i * 0.01m)).ToList();

        var drawing = await Drawing.OfAsync<LineChart>(new LineChartData(close, "persen"));

        var lines = new[] { "k1", "k2", "k3", "k4" }.Select(k => drawing.All("path", k).Single(p => p.Attribute("fill") is not null)).ToList();
        Assert.Equal([null, "7 4", "2 4", null], lines.Select(l => (string?)l.Attribute("stroke-dasharray")));
        Assert.Equal("Seri 3", drawing.One("path", "k4-edge").Value);
        var labels = drawing.All("text").Where(t => t.Value.StartsWith("Seri", StringComparison.Ordinal)).Select(t => Drawing.Number(t, "y")).Order().ToList();
        Assert.Equal(4, labels.Count);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 13.9));
    }

    [Fact]
    public void A_fifth_series_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LineChartData([.. Enumerable.Range(0, 5).Select(i => Samples.Series($"{i}", 2020, 1))], "persen"));

    [Fact]
    public async Task Targets_are_level_strokes_and_widen_the_years()
    {
        var data = Data(14, 13, 12) with { Target = Samples.Series("Target RPJMD", 2018, 11.5m, 11m) };

        var drawing = await Drawing.OfAsync<LineChart>(data);

        Assert.Equal(["Target RPJMD, 2018: 11,50 persen", "Target RPJMD, 2019: 11,00 persen"], drawing.All("path", "tick").Select(t => t.Value));
        Assert.Equal([2015, 2016, 2017, 2018, 2019], data.Years);
    }

    [Fact]
    public async Task Without_any_figure_it_says_so_instead_of_drawing()
    {
        var drawing = await Drawing.OfAsync<LineChart>(Data(null, null));

        Assert.Empty(drawing.All("svg"));
        Assert.Equal("Belum ada angka untuk digambar.", drawing.One("p").Value);
    }

    [Fact]
    public async Task Names_that_look_like_markup_are_shown_as_they_are()
    {
        var drawing = await Drawing.OfAsync<LineChart>(new LineChartData([Samples.Series("\"><script>1</script>", 2024, 11, 12)], "persen"));

        Assert.Empty(drawing.All("script"));
        Assert.Contains("\"><script>1</script>, 2025: 12,00 persen", drawing.Titles);
    }

    [Fact]
    public async Task The_description_tells_the_ends_unless_the_page_tells_more()
    {
        Assert.Equal("Kabupaten Contoh: 14,00 persen pada 2015, 12,00 persen pada 2017.", (await Drawing.OfAsync<LineChart>(Data(14, 13, 12))).Description);
        Assert.Equal("Turun.", (await Drawing.OfAsync<LineChart>(Data(14, 13, 12), description: "Turun.")).Description);
    }
}
