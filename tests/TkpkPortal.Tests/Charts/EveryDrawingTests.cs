using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Charts;

public sealed partial class EveryDrawingTests
{
    static readonly string[] Numeric = ["x", "y", "cx", "cy", "r", "rx", "width", "height", "x1", "x2", "y1", "y2", "stroke-width", "fill-opacity"];
    static readonly string[] Scaffolding = ["grid-line", "axis", "lead", "outline"];

    public static TheoryData<string> Names => ["garis", "kolom", "batang", "pembanding", "anggaran", "peta", "peta kesenjangan", "petak"];

    static Task<Drawing> DrawAsync(string name) => name switch
    {
        "garis" => Drawing.OfAsync<LineChart>(Samples.Lines),
        "kolom" => Drawing.OfAsync<ColumnChart>(Samples.Columns),
        "batang" => Drawing.OfAsync<BarList>(Samples.Bars),
        "pembanding" => Drawing.OfAsync<ComparisonBars>(Samples.Comparison),
        "anggaran" => Drawing.OfAsync<BudgetBars>(Samples.Budget),
        "peta" => Drawing.OfAsync<AreaMap>(Samples.Map),
        "peta kesenjangan" => Drawing.OfAsync<AreaMap>(Samples.Map with { Classes = Samples.Classes with { Tone = ChartTone.Gap } }),
        "petak" => Drawing.OfAsync<TileGrid>(Samples.Map with { Sheet = null }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory, MemberData(nameof(Names))]
    public async Task Every_number_in_an_attribute_is_invariant_under_Indonesian_culture(string name)
    {
        var drawing = await DrawAsync(name);

        var numbers = drawing.Root.Descendants().Attributes().Where(a => Numeric.Contains(a.Name.LocalName)).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, a => Assert.True(InvariantNumber().IsMatch(a.Value), $"{a.Parent!.Name} {a}"));
        Assert.All(drawing.Root.Descendants().Attributes("viewBox"), a => Assert.All(a.Value.Split(' '), part => Assert.Matches(InvariantNumber(), part)));
        Assert.All(drawing.Root.Descendants().Attributes("d"), a => Assert.NotEmpty(PathReader.Read(a.Value)));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_mark_has_a_title(string name)
    {
        var drawing = await DrawAsync(name);

        var marks = drawing.Root.Descendants()
            .Where(e => e.Name.LocalName is "path" or "rect" or "circle" && !e.Ancestors("defs").Any())
            .Where(e => !Scaffolding.Contains((string?)e.Attribute("class")))
            .ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.False(string.IsNullOrWhiteSpace(TitleOf(mark)), mark.ToString()));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Each_drawing_has_a_name_a_description_and_the_role_its_links_ask_for(string name)
    {
        var drawing = await DrawAsync(name);

        Assert.All(drawing.All("svg"), svg =>
        {
            Assert.Equal(svg.Descendants("a").Any() ? "group" : "img", (string?)svg.Attribute("role"));
            Assert.Equal("Judul", svg.Elements("title").Single(t => (string?)t.Attribute("id") == (string?)svg.Attribute("aria-labelledby")).Value);
            Assert.NotEmpty(svg.Elements("desc").Single(t => (string?)t.Attribute("id") == (string?)svg.Attribute("aria-describedby")).Value);
        });
        var ids = drawing.Root.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.StartsWith("uji-", id, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task No_drawing_needs_an_inline_style(string name)
    {
        var drawing = await DrawAsync(name);

        Assert.DoesNotContain(drawing.Root.Descendants(), e => e.Attribute("style") is not null || e.Name == "style");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task All_marks_and_words_stay_inside_the_frame_of_340_units(string name)
    {
        var drawing = await DrawAsync(name);

        foreach (var svg in drawing.All("svg"))
        {
            double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
            Assert.Equal(340, box[2]);
            var rects = svg.Descendants("rect").Where(r => !r.Ancestors("defs").Any());
            Assert.All(rects, r => Assert.InRange(Drawing.Number(r, "x") + Drawing.Number(r, "width"), 0, 340));
            Assert.All(rects, r => Assert.InRange(Drawing.Number(r, "y") + Drawing.Number(r, "height"), 0, box[3]));
            Assert.All(svg.Descendants("text"), t => Assert.InRange(RightEdge(t), 0, 345));
            Assert.All(svg.Descendants("text"), t => Assert.InRange(Drawing.Number(t, "y"), 8, box[3]));
            Assert.All(svg.Descendants("path").SelectMany(p => PathReader.Read(p.Attribute("d")!.Value)).SelectMany(line => line), p =>
            {
                Assert.InRange(p.X, 0, 340);
                Assert.InRange(p.Y, 0, box[3]);
            });
        }
    }

    static double RightEdge(XElement text) => Drawing.Number(text, "x") + TextMetrics.Width(text.Value) * ((string?)text.Attribute("text-anchor") switch
    {
        "end" => 0,
        "middle" => 0.5,
        _ => text.Ancestors("svg").First().Attribute("class")!.Value.Contains("map", StringComparison.Ordinal) ? 0.5 : 1,
    });

    static string? TitleOf(XElement mark) => (mark.Element("title") ?? mark.Parent!.Elements("title").FirstOrDefault(t => t.Parent!.Name != "svg"))?.Value;

    [GeneratedRegex(@"^-?\d+(\.\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex InvariantNumber();
}
