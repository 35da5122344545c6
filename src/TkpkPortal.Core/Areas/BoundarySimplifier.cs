using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace TkpkPortal.Core.Areas;

/// <summary>
/// Thins boundaries for drawing without opening gaps: a border between two areas is one line, thinned once.
/// Areas of different levels (see <see cref="Boundary.Level"/>) may be given together; each level is a map of its own.
/// </summary>
public static class BoundarySimplifier
{
    /// <summary>Vertices a map of so many areas may keep: about 6 KB of path for 15 areas, 40 KB for 136.</summary>
    public static int VertexBudget(int areas) => 240 + 40 * areas;

    /// <summary>Thins every level to its <see cref="VertexBudget"/>. The order of the list is kept.</summary>
    public static IReadOnlyList<Boundary> Simplify(IReadOnlyList<Boundary> boundaries) => PerLevel(boundaries, shapes =>
    {
        var clean = Matched(shapes);
        int budget = VertexBudget(clean.Length);
        return Vertices(clean) <= budget ? clean : ThinTo(clean, budget);
    });

    /// <summary>Makes neighbours of one level share their borders exactly, keeping every other detail.</summary>
    public static IReadOnlyList<Boundary> Match(IReadOnlyList<Boundary> boundaries) => PerLevel(boundaries, Matched);

    /// <summary>Outlines of the areas above: each is the union of the given boundaries that lie in it, in code order.</summary>
    public static IReadOnlyList<Boundary> Dissolve(IReadOnlyList<Boundary> boundaries) =>
    [
        .. Match(boundaries)
            .Where(b => b.ParentCode is not null)
            .GroupBy(b => b.ParentCode!, b => b.Shape)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Boundary(g.Key, CoverageUnion.Union([.. g]))),
    ];

    static Geometry[] Matched(Geometry[] shapes) => CoverageValidator.IsValid(shapes) ? shapes : CoverageCleaner.Clean(shapes);

    static Geometry[] ThinTo(Geometry[] shapes, int budget)
    {
        var frame = shapes.Aggregate(new Envelope(), (all, s) => all.ExpandedBy(s.EnvelopeInternal));
        double fine = frame.Diameter * 1e-6, coarse = frame.Diameter * 0.05;
        var thinned = CoverageSimplifier.Simplify(shapes, coarse);
        for (int round = 0; round < 14; round++)
        {
            double middle = Math.Sqrt(fine * coarse);
            var attempt = CoverageSimplifier.Simplify(shapes, middle);
            if (Vertices(attempt) > budget) fine = middle;
            else (coarse, thinned) = (middle, attempt);
        }
        return thinned;
    }

    static int Vertices(Geometry[] shapes) => shapes.Sum(s => s.NumPoints);

    static Boundary[] PerLevel(IReadOnlyList<Boundary> boundaries, Func<Geometry[], Geometry[]> change)
    {
        var result = new Boundary[boundaries.Count];
        foreach (var level in boundaries.Select((b, i) => (Boundary: b, Index: i)).GroupBy(x => x.Boundary.Level))
        {
            var members = level.ToArray();
            var changed = change(Array.ConvertAll(members, m => m.Boundary.Shape));
            for (int i = 0; i < members.Length; i++)
                result[members[i].Index] = members[i].Boundary with { Shape = changed[i] };
        }
        return result;
    }
}
