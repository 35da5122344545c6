using TkpkPortal.Core.Areas;
using TkpkPortal.Tests.Charts;

namespace TkpkPortal.Tests.Areas;

public sealed class MapSheetTests
{
    [Fact]
    public void The_land_fills_the_frame_with_north_up()
    {
        var sheet = MapSheet.Draw([Shapes.Box("selatan", 110, -7.2, 0.4, 0.1), Shapes.Box("utara", 110, -7.1, 0.4, 0.1)]);

        var points = sheet.Shapes.SelectMany(s => PathReader.Read(s.Path)[0]).ToList();
        Assert.Equal((4.0, 336.0), (points.Min(p => p.X), points.Max(p => p.X)));
        Assert.Equal(4, points.Min(p => p.Y), 0.1);
        Assert.Equal(sheet.Height - 4, points.Max(p => p.Y), 0.1);
        Assert.True(PathReader.Read(sheet.Shapes[1].Path)[0].Max(p => p.Y) < sheet.Height * 0.55);
    }

    [Fact]
    public void A_square_on_the_ground_is_a_square_on_the_map_away_from_the_equator()
    {
        var sheet = MapSheet.Draw([Shapes.Box("a", 95, 5.5, 0.1 / Math.Cos(5.55 * Math.PI / 180), 0.1)], maxHeight: 400);

        Assert.Equal(340, sheet.Height, 0.2);
    }

    [Fact]
    public void Tall_land_stays_within_the_height_and_stands_in_the_middle()
    {
        var sheet = MapSheet.Draw([Shapes.Box("a", 110, -8, 0.1, 1)], maxHeight: 300);

        var points = PathReader.Read(sheet.Shapes[0].Path)[0];
        Assert.Equal(300, sheet.Height);
        Assert.Equal(170, (points.Min(p => p.X) + points.Max(p => p.X)) / 2, 0.2);
    }

    [Fact]
    public void A_border_is_the_same_line_from_both_sides()
    {
        var land = SyntheticBoundaries.Generate(8, [6, 6]).SelectMany((d, i) => d.Villages.Select((v, j) => new Boundary($"99.01.0{i + 1}.{2001 + j}", v))).ToList();

        var legs = MapSheet.Draw(land).Shapes.SelectMany(s => Legs(PathReader.Read(s.Path)[0])).ToLookup(leg => leg);

        // Every leg lies on a border (drawn twice) or on the edge of the land (drawn once, and those close into one ring).
        Assert.All(legs, leg => Assert.InRange(leg.Count(), 1, 2));
        var coast = legs.Where(leg => leg.Count() == 1).SelectMany(leg => new[] { leg.Key.From, leg.Key.To }).CountBy(p => p);
        Assert.All(coast, corner => Assert.Equal(0, corner.Value % 2));
        Assert.True(legs.Count(leg => leg.Count() == 2) > 100);
    }

    static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Legs(IReadOnlyList<(double X, double Y)> ring) =>
        ring.Zip([.. ring.Skip(1), ring[0]]).Select(leg => leg.First.CompareTo(leg.Second) < 0 ? leg : (leg.Second, leg.First));

    [Fact]
    public void A_hole_and_a_second_part_are_rings_of_their_own()
    {
        var sheet = MapSheet.Draw([Shapes.Of("a", "MULTIPOLYGON (((110 -7, 110.3 -7, 110.3 -6.8, 110 -6.8, 110 -7), (110.1 -6.95, 110.1 -6.85, 110.2 -6.85, 110.1 -6.95)), ((110.4 -7, 110.5 -7, 110.5 -6.9, 110.4 -7)))")]);

        Assert.Equal([4, 3, 3], PathReader.Read(sheet.Shapes[0].Path).Select(ring => ring.Count));
        Assert.Equal(3, sheet.Shapes[0].Path.Count(c => c == 'z'));
    }

    [Fact]
    public void An_island_too_small_to_see_can_still_be_pointed_at()
    {
        var sheet = MapSheet.Draw([Shapes.Box("besar", 110, -7, 4, 2), Shapes.Box("pulau", 112, -8, 0.001, 0.001)]);

        Assert.Equal(4, Assert.Single(PathReader.Read(sheet.Shapes[1].Path)).Count);
    }

    [Fact]
    public void A_label_finds_the_roomy_end_of_a_hooked_area()
    {
        // A thin arm along the south, a broad head in the north-east: the centroid lies outside.
        var sheet = MapSheet.Draw([Shapes.Of("a", "POLYGON ((110 -7, 110.4 -7, 110.4 -6.7, 110.28 -6.7, 110.28 -6.97, 110 -6.97, 110 -7))")]);
        var shape = sheet.Shapes[0];

        var place = Assert.NotNull(shape.FindPlace(60, 22));

        Assert.True(shape.Fits(place, 60, 22));
        Assert.InRange(place.X, 250, 336);
        Assert.Null(shape.FindPlace(120, 60));
        Assert.False(shape.Fits(place with { X = 100 }, 60, 22));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(12, 4, 3)]
    [InlineData(15, 4, 4)]
    [InlineData(136, 10, 14)]
    public void Tiles_fill_the_width_in_rows(int count, int columns, int rows)
    {
        var grid = TileLayout.For(count);

        Assert.Equal((columns, rows), (grid.Columns, grid.Rows));
        Assert.Equal(340, grid.Width, 1e-6);
        Assert.Equal((0, 0), grid.CornerOf(0));
        var last = grid.CornerOf(count - 1);
        Assert.InRange(last.X + grid.TileWidth, 0, 340.001);
        Assert.Equal(grid.Height, last.Y + grid.TileHeight, 1e-6);
    }
}
