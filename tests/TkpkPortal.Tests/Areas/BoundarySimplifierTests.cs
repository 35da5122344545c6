using NetTopologySuite.Coverage;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Tests.Areas;

public sealed class BoundarySimplifierTests
{
    static IReadOnlyList<Boundary> Villages(int seed) => [.. SyntheticBoundaries.Generate(seed, [9, 7, 8])
        .SelectMany((d, i) => d.Villages.Select((v, j) => new Boundary($"99.01.0{i + 1}.{2001 + j}", v)))];

    /// <summary>Invented lands, and real ones where the machine has a folder of them.</summary>
    public static TheoryData<string> Lands
    {
        get
        {
            var lands = new TheoryData<string> { "rekaan 1", "rekaan 2" };
            string? folder = Environment.GetEnvironmentVariable("TKPK_SHARED_DATA");
            foreach (string file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.geojson") : []) lands.Add(file);
            return lands;
        }
    }

    static async Task<IReadOnlyList<Boundary>> LandAsync(string name)
    {
        if (!File.Exists(name)) return Villages(name[^1]);
        await using var stream = File.OpenRead(name);
        return await BoundaryFile.ReadAsync(stream);
    }

    [Theory, MemberData(nameof(Lands))]
    public async Task Thinned_borders_stay_shared_without_gap_or_overlap(string name)
    {
        var land = await LandAsync(name);

        var thinned = BoundarySimplifier.Simplify(land);

        Assert.Equal(land.Select(b => b.Code), thinned.Select(b => b.Code));
        Assert.True(CoverageValidator.IsValid([.. thinned.Select(b => b.Shape)]));
        Shapes.AssertSeamless(thinned);
        Assert.InRange(thinned.Sum(b => b.Shape.NumPoints), 1, BoundarySimplifier.VertexBudget(land.Count));
        Assert.Equal(Shapes.Union(land).Area, Shapes.Union(thinned).Area, Shapes.Union(land).Area * 0.01);
    }

    [Fact]
    public void A_map_that_is_already_light_keeps_every_corner()
    {
        Boundary[] land = [Shapes.Box("99.01.01", 110, -7, 0.1, 0.1), Shapes.Box("99.01.02", 110.1, -7, 0.1, 0.1)];

        Assert.Equal(land.Select(b => b.Shape.NumPoints), BoundarySimplifier.Simplify(land).Select(b => b.Shape.NumPoints));
    }

    [Fact]
    public void Neighbours_drawn_apart_are_made_to_meet()
    {
        // The border between 1 and 2 zigzags over itself; 3 stands a sliver off both.
        Boundary[] land =
        [
            Shapes.Of("99.01.01", "POLYGON ((110 -7, 110.101 -7, 110.099 -6.95, 110.101 -6.9, 110 -6.9, 110 -7))"),
            Shapes.Of("99.01.02", "POLYGON ((110.1 -7, 110.2 -7, 110.2 -6.9, 110.1 -6.9, 110.1 -7))"),
            Shapes.Of("99.01.03", "POLYGON ((110 -6.9, 110.05 -6.898, 110.2 -6.9, 110.2 -6.8, 110 -6.8, 110 -6.9))"),
        ];
        Assert.True(Shapes.SumOfAreas(land) - Shapes.Union(land).Area > 1e-6 || Shapes.Holes(Shapes.Union(land)) > 0);

        var matched = BoundarySimplifier.Match(land);

        Shapes.AssertSeamless(matched);
        Assert.True(CoverageValidator.IsValid([.. matched.Select(b => b.Shape)]));
        Assert.Equal(0.04, Shapes.Union(matched).Area, 1e-5);
        Assert.All(matched.Zip(land), pair => Assert.Equal(pair.Second.Shape.Area, pair.First.Shape.Area, 3e-4));
    }

    [Fact]
    public void A_lake_between_areas_stays_a_lake()
    {
        Boundary[] land =
        [
            Shapes.Of("99.01.01", "POLYGON ((110 -7, 110.1 -7, 110.1 -6.97, 110.07 -6.97, 110.07 -6.93, 110.1 -6.93, 110.1 -6.9, 110 -6.9, 110 -7))"),
            Shapes.Of("99.01.02", "POLYGON ((110.1 -7, 110.2 -7, 110.2 -6.9, 110.1 -6.9, 110.1 -6.93, 110.13 -6.93, 110.13 -6.97, 110.0999 -6.97, 110.1 -7))"),
        ];

        var matched = BoundarySimplifier.Match(land);

        Assert.Equal(1, Shapes.Holes(Shapes.Union(matched)));
        Assert.Equal(Shapes.SumOfAreas(matched), Shapes.Union(matched).Area, 1e-9);
        Assert.Equal(0.02 - 0.06 * 0.04, Shapes.Union(matched).Area, 1e-4);
    }

    [Fact]
    public void A_town_drawn_on_top_of_its_regency_keeps_its_land()
    {
        Boundary[] land = [Shapes.Box("99.01", 110, -7, 0.4, 0.4), Shapes.Box("99.71", 110.1, -6.9, 0.05, 0.05)];

        var matched = BoundarySimplifier.Match(land);

        Assert.Equal(0.0025, matched[1].Shape.Area, 1e-9);
        Assert.Equal(0.16 - 0.0025, matched[0].Shape.Area, 1e-9);
    }

    [Fact]
    public void Districts_are_the_union_of_their_villages()
    {
        var districts = SyntheticBoundaries.Generate(4, [9, 7, 8]);
        var villages = districts.SelectMany((d, i) => d.Villages.Select((v, j) => new Boundary($"99.01.0{i + 1}.{2001 + j}", v))).Reverse().ToList();

        var dissolved = BoundarySimplifier.Dissolve(villages);

        Assert.Equal(["99.01.01", "99.01.02", "99.01.03"], dissolved.Select(b => b.Code));
        Assert.All(dissolved.Zip(districts), pair => Assert.True(pair.First.Shape.EqualsTopologically(pair.Second.Outline)));
        Assert.Equal(["99.01"], BoundarySimplifier.Dissolve(dissolved).Select(b => b.Code));
    }

    [Fact]
    public void Levels_given_together_are_thinned_each_by_itself()
    {
        var villages = Villages(5);
        var districts = BoundarySimplifier.Dissolve(villages);

        var together = BoundarySimplifier.Simplify([.. villages, .. districts]);

        Assert.Equal(BoundarySimplifier.Simplify(villages).Select(b => b.Shape), together.Take(villages.Count).Select(b => b.Shape));
        Assert.Equal(BoundarySimplifier.Simplify(districts).Select(b => b.Shape), together.Skip(villages.Count).Select(b => b.Shape));
    }

    [Theory]
    [InlineData(15, 7)]
    [InlineData(136, 46)]
    public void A_map_of_so_many_areas_stays_so_light(int areas, int kilobytes)
    {
        var land = SyntheticBoundaries.Generate(3, [areas / 2, areas - areas / 2])
            .SelectMany((d, i) => d.Villages.Select((v, j) => new Boundary($"99.01.0{i + 1}.{2001 + j}", v))).ToList();

        var sheet = MapSheet.Draw(BoundarySimplifier.Simplify(land));

        Assert.InRange(sheet.Shapes.Sum(s => s.Path.Length), 1024, kilobytes * 1024);
    }
}
