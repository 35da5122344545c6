using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Tests.Areas;

internal static class Shapes
{
    public static Boundary Of(string code, string wkt) => new(code, new WKTReader().Read(wkt));

    public static Boundary Box(string code, double x, double y, double wide, double tall) =>
        new(code, new GeometryFactory().ToGeometry(new Envelope(x, x + wide, y, y + tall)));

    public static double SumOfAreas(IEnumerable<Boundary> boundaries) => boundaries.Sum(b => b.Shape.Area);

    public static Geometry Union(IEnumerable<Boundary> boundaries) =>
        NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union(boundaries.Select(b => b.Shape));

    /// <summary>Neither gap nor overlap: together they cover exactly what they cover one by one, without a hole.</summary>
    public static void AssertSeamless(IReadOnlyList<Boundary> boundaries)
    {
        var whole = Union(boundaries);
        Assert.Equal(SumOfAreas(boundaries), whole.Area, 1e-9);
        Assert.Equal(0, Holes(whole));
        Assert.All(boundaries, b => Assert.True(b.Shape.IsValid && b.Shape.Area > 0, b.Code));
    }

    public static int Holes(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Sum(i => ((Polygon)shape.GetGeometryN(i)).NumInteriorRings);
}
