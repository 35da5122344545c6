using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace TkpkPortal.Core.Areas;

/// <summary>
/// Writes polygons as SVG path data with one decimal. Points are rounded to the frame's tenths before steps are taken
/// between them, so that a border drawn from both sides is the same line and nothing drifts.
/// </summary>
internal static class SvgPath
{
    public static string Of(Geometry shape)
    {
        var path = new StringBuilder();
        for (int i = 0; i < shape.NumGeometries; i++)
            if (shape.GetGeometryN(i) is Polygon polygon && AppendRing(path, polygon.ExteriorRing.Coordinates))
                foreach (var hole in polygon.InteriorRings)
                    AppendRing(path, hole.Coordinates);
        if (path.Length == 0 && !shape.IsEmpty) AppendDot(path, shape.InteriorPoint.Coordinate);
        return path.ToString();
    }

    static bool AppendRing(StringBuilder path, Coordinate[] ring)
    {
        var points = new List<(int X, int Y)>(ring.Length);
        foreach (var point in ring.Take(ring.Length - 1).Select(Tenths))
            if (points.Count == 0 || points[^1] != point) points.Add(point);
        if (points.Count > 1 && points[^1] == points[0]) points.RemoveAt(points.Count - 1);
        if (points.Count < 3) return false;

        path.Append('M');
        AppendPair(path, points[0]);
        for (int i = 1; i < points.Count; i++)
        {
            if (i == 1) path.Append('l');
            AppendPair(path, (points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y), follows: i > 1);
        }
        path.Append('z');
        return true;
    }

    // An area too small for its frame is still there to be pointed at.
    static void AppendDot(StringBuilder path, Coordinate at)
    {
        path.Append('M');
        AppendPair(path, Tenths(at));
        path.Append("h1v1h-1z");
    }

    static (int X, int Y) Tenths(Coordinate c) => ((int)Math.Round(c.X * 10), (int)Math.Round(c.Y * 10));

    static void AppendPair(StringBuilder path, (int X, int Y) pair, bool follows = false)
    {
        AppendTenths(path, pair.X, follows);
        AppendTenths(path, pair.Y, true);
    }

    static void AppendTenths(StringBuilder path, int tenths, bool follows)
    {
        if (tenths < 0) path.Append('-');
        else if (follows) path.Append(' ');
        int whole = Math.Abs(tenths) / 10, part = Math.Abs(tenths) % 10;
        if (whole > 0 || part == 0) path.Append(CultureInfo.InvariantCulture, $"{whole}");
        if (part > 0) path.Append(CultureInfo.InvariantCulture, $".{part}");
    }
}
