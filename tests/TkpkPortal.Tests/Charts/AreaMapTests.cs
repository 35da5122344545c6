using NetTopologySuite.Geometries;
using TkpkPortal.Core.Areas;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Charts;

public sealed class AreaMapTests
{
    static Boundary Box(string code, double x, double y, double wide, double tall) =>
        new(code, new GeometryFactory().ToGeometry(new Envelope(x, x + wide, y, y + tall)));

    [Fact]
    public async Task Each_area_is_a_link_that_tells_its_name_and_figure()
    {
        var drawing = await Drawing.OfAsync<AreaMap>(Samples.Map);

        var link = drawing.Titled("Anggrek");
        Assert.Equal("a", link.Name);
        Assert.Equal("/wilayah/99.01.01", (string?)link.Attribute("href"));
        Assert.Equal("Anggrek: 14,2 persen", link.Element("title")!.Value);
        Assert.Equal("m1", (string?)link.Element("path")!.Attribute("class"));
    }

    [Fact]
    public async Task An_area_without_data_is_hatched_and_the_legend_says_so()
    {
        var drawing = await Drawing.OfAsync<AreaMap>(Samples.Map);

        var path = drawing.Titled("Cempaka: tidak ada data");
        Assert.Equal("url(#uji-h)", (string?)path.Attribute("fill"));
        Assert.Single(drawing.All("pattern"), p => (string?)p.Attribute("id") == "uji-h");
        Assert.Equal(["di bawah 15", "15–19,9", "20–24,9", "25–29,9", "30 ke atas", "tidak ada data"], drawing.All("li").Select(li => li.Value));
    }

    [Fact]
    public async Task Areas_without_a_boundary_become_tiles_under_the_map()
    {
        var drawing = await Drawing.OfAsync<AreaMap>(Samples.Map);

        Assert.Equal(2, drawing.All("svg").Count());
        Assert.Equal("rect", drawing.Titled("Tanpa Batas: 22,4 persen").Name.LocalName);
        Assert.Equal("Belum memiliki batas wilayah:", drawing.One("p").Value);
        Assert.Single(drawing.All("ul"));
    }

    [Fact]
    public async Task A_label_is_written_only_where_it_fits()
    {
        var sheet = MapSheet.Draw([Box("a", 110, -7, 0.4, 0.2), Box("b", 110.4, -7, 0.005, 0.2)]);

        var drawing = await Drawing.OfAsync<AreaMap>(new AreaMapData([new("a", "Luas", 12.3m), new("b", "Sempit", 17.6m)], Samples.Classes, "persen") { Sheet = sheet });

        Assert.Contains("Luas", drawing.Texts);
        Assert.DoesNotContain("Sempit", drawing.Texts);
        Assert.DoesNotContain(drawing.Texts, t => t.StartsWith("17", StringComparison.Ordinal) || t.StartsWith("18", StringComparison.Ordinal));
        Assert.Contains("Sempit: 17,6 persen", drawing.Titles);
    }

    [Fact]
    public async Task A_rounded_label_never_contradicts_the_colour()
    {
        var sheet = MapSheet.Draw([Box("a", 110, -7, 0.4, 0.2), Box("b", 110.4, -7, 0.03, 0.2)]);

        var drawing = await Drawing.OfAsync<AreaMap>(new AreaMapData([new("a", "Luas", 29.7m), new("b", "Sempit", 17.6m)], Samples.Classes, "persen") { Sheet = sheet });

        Assert.Contains("18", drawing.Texts);
        Assert.Contains("29,7", drawing.Texts);
        Assert.DoesNotContain("30", drawing.Texts);
    }

    [Theory]
    [InlineData("14.94", 1)]
    [InlineData("14.95", 2)]
    [InlineData("15", 2)]
    [InlineData("19.9", 2)]
    [InlineData("30", 5)]
    [InlineData("-3", 1)]
    public void A_value_is_classed_as_it_is_printed(string value, int expected) =>
        Assert.Equal(expected, Samples.Classes.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Classes_of_counts_name_whole_numbers()
    {
        var classes = new MapClasses([1, 2, 100, 1500], Decimals: 0);

        Assert.Equal(["di bawah 1", "1", "2–99", "100–1.499", "1.500 ke atas"], Enumerable.Range(1, 5).Select(classes.LabelOf));
    }

    [Fact]
    public void Bounds_must_rise()
    {
        Assert.Throws<ArgumentException>(() => new MapClasses([10, 10, 20, 30]));
        Assert.Throws<ArgumentException>(() => new MapClasses([10, 20, 30]));
    }

    [Fact]
    public async Task Light_words_stand_on_dark_classes_only()
    {
        var drawing = await Drawing.OfAsync<TileGrid>(Samples.Map with { Sheet = null });

        Assert.Equal(["29,7", "33,9"], drawing.All("text", "light").Where(t => t.Attribute("class")!.Value.EndsWith(" b", StringComparison.Ordinal)).Select(t => t.Value).Order());
    }
}
