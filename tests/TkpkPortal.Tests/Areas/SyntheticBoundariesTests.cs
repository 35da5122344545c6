using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Tests.Areas;

public sealed class SyntheticBoundariesTests
{
    [Fact]
    public void The_demo_land_is_twelve_districts_and_140_villages_in_one_piece()
    {
        var districts = SyntheticBoundaries.Generate(1, SyntheticBoundaries.DemoVillagesPerDistrict);

        Assert.Equal(12, districts.Count);
        Assert.Equal(SyntheticBoundaries.DemoVillagesPerDistrict, districts.Select(d => d.Villages.Count));
        Assert.Equal(140, districts.Sum(d => d.Villages.Count));
        Polygon[] villages = [.. districts.SelectMany(d => d.Villages)];
        Assert.True(CoverageValidator.IsValid(villages));
        Assert.IsType<Polygon>(CoverageUnion.Union(villages));
        Shapes.AssertSeamless([.. villages.Select((v, i) => new Boundary($"{i}", v))]);
    }

    [Fact]
    public void Each_district_is_one_piece_and_the_union_of_its_villages()
    {
        foreach (var district in SyntheticBoundaries.Generate(2, SyntheticBoundaries.DemoVillagesPerDistrict))
        {
            Assert.IsType<Polygon>(district.Outline);
            Assert.Equal(district.Outline.Area, district.Villages.Sum(v => v.Area), 1e-12);
            Assert.All(district.Villages, v => Assert.True(district.Outline.Covers(v)));
        }
    }

    [Fact]
    public void It_lies_near_110_east_and_7_south_and_is_as_large_as_a_regency()
    {
        var frame = SyntheticBoundaries.Generate(3, [5, 6]).Aggregate(new Envelope(), (all, d) => all.ExpandedBy(d.Outline.EnvelopeInternal));

        Assert.InRange(frame.Centre.X, 109.8, 110.2);
        Assert.InRange(frame.Centre.Y, -7.2, -6.8);
        Assert.InRange(frame.Width, 0.4, 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_land_and_another_seed_another()
    {
        static string Draw(int seed) => string.Join(';', SyntheticBoundaries.Generate(seed, [4, 3, 5]).SelectMany(d => d.Villages).Select(v => v.AsText()));

        Assert.Equal(Draw(11), Draw(11));
        Assert.NotEqual(Draw(11), Draw(12));
    }

    [Fact]
    public void Borders_are_rough_and_keep_five_decimals()
    {
        var village = SyntheticBoundaries.Generate(1, [5])[0].Villages[0];

        Assert.True(village.NumPoints > 25);
        Assert.All(village.Coordinates, c => Assert.Equal(Math.Round(c.X, 5), c.X));
    }
}
