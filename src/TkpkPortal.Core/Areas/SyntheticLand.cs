using NetTopologySuite.Geometries;

namespace TkpkPortal.Core.Areas;

/// <summary>SplitMix64: the framework's own generator does not promise the same numbers in its next version.</summary>
internal sealed class SeededRandom(long seed)
{
    ulong _state = (ulong)seed;

    public long NextLong()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)(z ^ (z >> 31));
    }

    public double Next(double from, double to) => from + (to - from) * ((ulong)NextLong() >> 11) / (1UL << 53);
}

/// <summary>A wobbly ellipse around the origin, in degrees: where the invented villages may lie.</summary>
internal sealed class LandOutline
{
    const double HalfWidth = 0.30, HalfHeight = 0.20;
    readonly (double Size, double Phase)[] _waves;
    readonly double _tilt;

    public LandOutline(SeededRandom random)
    {
        _waves = [.. Enumerable.Range(2, 5).Select(k => (random.Next(0.2, 0.34) / k, random.Next(0, 2 * Math.PI)))];
        _tilt = random.Next(-0.4, 0.4);
    }

    public double Reach => HalfWidth * 1.45;

    public double Area => Math.PI * HalfWidth * HalfHeight;

    public bool Contains(double x, double y)
    {
        double along = (x * Math.Cos(_tilt) + y * Math.Sin(_tilt)) / HalfWidth;
        double across = (y * Math.Cos(_tilt) - x * Math.Sin(_tilt)) / HalfHeight;
        double angle = Math.Atan2(across, along);
        double edge = 1 + _waves.Select((w, i) => w.Size * Math.Sin((i + 2) * angle + w.Phase)).Sum();
        return Math.Sqrt(along * along + across * across) < edge;
    }
}

/// <summary>
/// Bends each straight border by midpoint displacement. The bends come from a hash of the border's two ends, taken in one
/// order, so both neighbours get the same points. Coordinates keep five decimals, about a metre.
/// </summary>
internal sealed class BorderRoughener(long seed)
{
    const double ShortestPiece = 0.0035, FirstBend = 0.16, Calming = 0.75;

    public Polygon Roughen(Polygon cell)
    {
        var corners = Array.ConvertAll(cell.ExteriorRing.Coordinates, Rounded);
        var ring = new List<Coordinate> { corners[0] };
        for (int i = 1; i < corners.Length; i++)
            if (!corners[i].Equals2D(corners[i - 1])) ring.AddRange(Border(corners[i - 1], corners[i]).Skip(1));
        return cell.Factory.CreatePolygon([.. ring]);
    }

    List<Coordinate> Border(Coordinate from, Coordinate to)
    {
        bool forward = from.CompareTo(to) < 0;
        var (a, b) = forward ? (from, to) : (to, from);
        var random = new SeededRandom(seed ^ Hash(a) ^ (Hash(b) << 1));
        List<Coordinate> line = [a];
        Bend(random, line, a, b, FirstBend);
        if (!forward) line.Reverse();
        return line;
    }

    static void Bend(SeededRandom random, List<Coordinate> line, Coordinate a, Coordinate b, double bend)
    {
        if (a.Distance(b) > ShortestPiece)
        {
            double shift = random.Next(-bend, bend);
            var middle = Rounded(new Coordinate((a.X + b.X) / 2 - (b.Y - a.Y) * shift, (a.Y + b.Y) / 2 + (b.X - a.X) * shift));
            Bend(random, line, a, middle, bend * Calming);
            Bend(random, line, middle, b, bend * Calming);
        }
        else line.Add(b);
    }

    static long Hash(Coordinate c) => (long)Math.Round(c.X * 100_000) * 73_856_093 ^ (long)Math.Round(c.Y * 100_000) * 19_349_663;

    static Coordinate Rounded(Coordinate c) => new(Math.Round(c.X, 5), Math.Round(c.Y, 5));
}
