using NetTopologySuite;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace TkpkPortal.Core.Areas;

/// <summary>One invented district: its villages' polygons, and its own outline, their union.</summary>
public sealed record SyntheticDistrict(Geometry Outline, IReadOnlyList<Polygon> Villages);

/// <summary>
/// An invented regency near 110° E, 7° S for the demo: villages are cells around scattered points, with roughened borders
/// that neighbours share exactly. The same seed and counts give the same land.
/// </summary>
public static class SyntheticBoundaries
{
    const double Longitude = 110, Latitude = -7;
    const int Attempts = 200;

    static readonly GeometryFactory Wgs84 = NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    /// <summary>Twelve districts, 140 villages.</summary>
    public static IReadOnlyList<int> DemoVillagesPerDistrict { get; } = [14, 9, 12, 11, 15, 10, 13, 8, 12, 11, 16, 9];

    /// <param name="seed">Same seed, same land.</param>
    /// <param name="villagesPerDistrict">How many villages each district has, in the order of the result.</param>
    public static IReadOnlyList<SyntheticDistrict> Generate(int seed, IReadOnlyList<int> villagesPerDistrict)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
            if (TryGenerate(new SeededRandom(seed * 1009L + attempt), villagesPerDistrict) is { } districts)
                return districts;
        throw new InvalidOperationException($"No connected land came out of seed {seed}.");
    }

    static SyntheticDistrict[]? TryGenerate(SeededRandom random, IReadOnlyList<int> counts)
    {
        int villages = counts.Sum();
        var land = new LandOutline(random);
        var sites = Scatter(random, land, villages);
        for (int round = 0; round < 2; round++) sites = Relax(sites);

        Polygon[] cells = [.. CellsOf(sites)[..villages].Select(new BorderRoughener(random.NextLong()).Roughen)];
        if (!cells.All(c => c.IsValid) || !CoverageValidator.IsValid(cells)) return null;
        if (CoverageUnion.Union(cells) is not Polygon { NumInteriorRings: 0 } whole) return null;
        // The dashboard gives the map a wide frame.
        if (whole.EnvelopeInternal.Width < 1.35 * whole.EnvelopeInternal.Height) return null;

        var districts = new SyntheticDistrict[counts.Count];
        Split(random, [.. Enumerable.Range(0, villages)], sites, counts, 0, (district, members) =>
        {
            Polygon[] own = [.. members.OrderByDescending(m => Math.Round(sites[m].Y, 2)).ThenBy(m => sites[m].X).Select(m => cells[m])];
            districts[district] = new SyntheticDistrict(CoverageUnion.Union([.. own]), own);
        });
        // Shrunk by some 300 m a district must hold together: no village hangs on by a corner.
        return districts.All(d => d.Outline is Polygon { NumInteriorRings: 0 } && d.Outline.Buffer(-0.003) is Polygon) ? districts : null;
    }

    /// <summary>
    /// The villages first, small around a town and larger away from it; then as dense a ring of sites outside, whose cells
    /// give the land its border.
    /// </summary>
    static Coordinate[] Scatter(SeededRandom random, LandOutline land, int villages)
    {
        double apart = 0.8 * Math.Sqrt(land.Area / villages);
        var town = new Coordinate(Longitude + random.Next(-0.1, 0.1), Latitude + random.Next(-0.05, 0.05));
        List<Coordinate> inside = [], outside = [];
        for (int tries = 0; inside.Count < villages; tries++)
        {
            if (tries % 4000 == 3999) apart *= 0.95;
            var site = new Coordinate(Longitude + land.Reach * random.Next(-1, 1), Latitude + land.Reach * random.Next(-1, 1));
            var side = land.Contains(site.X - Longitude, site.Y - Latitude) ? inside : outside;
            double room = apart * Math.Min(1.15, 0.5 + 4 * site.Distance(town));
            if (inside.Concat(outside).All(other => other.Distance(site) >= room)) side.Add(site);
        }
        return [.. inside, .. outside];
    }

    // A half step towards the centre of its cell evens the cells out and leaves them different.
    static Coordinate[] Relax(Coordinate[] sites) => [.. CellsOf(sites).Zip(sites, (cell, site) =>
        new Coordinate((cell.Centroid.X + site.X) / 2, (cell.Centroid.Y + site.Y) / 2))];

    static Polygon[] CellsOf(Coordinate[] sites)
    {
        var frame = sites.Aggregate(new Envelope(), (all, s) => all.ExpandedBy(new Envelope(s)));
        frame.ExpandBy(0.02);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = frame };
        builder.SetSites(sites);
        var bySite = builder.GetDiagram(Wgs84).Cast<Polygon>().ToDictionary(c => (Coordinate)c.UserData);
        return [.. sites.Select(s => bySite[s])];
    }

    /// <summary>Halves the land along a slanted line until one district is left: districts stay in one piece.</summary>
    static void Split(SeededRandom random, int[] members, Coordinate[] sites, IReadOnlyList<int> counts, int first, Action<int, int[]> found)
    {
        if (counts.Count == 1)
        {
            found(first, members);
            return;
        }
        int half = counts.Count / 2;
        int[] left = [.. counts.Take(half)], right = [.. counts.Skip(half)];
        double wide = members.Max(m => sites[m].X) - members.Min(m => sites[m].X);
        double tall = members.Max(m => sites[m].Y) - members.Min(m => sites[m].Y);
        double slant = (wide >= tall ? 0 : -Math.PI / 2) + random.Next(-0.5, 0.5);
        int[] ordered = [.. members.OrderBy(m => sites[m].X * Math.Cos(slant) + sites[m].Y * Math.Sin(slant)).ThenBy(m => m)];
        Split(random, ordered[..left.Sum()], sites, left, first, found);
        Split(random, ordered[left.Sum()..], sites, right, first + half, found);
    }
}
