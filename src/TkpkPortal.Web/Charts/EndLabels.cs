namespace TkpkPortal.Web.Charts;

/// <summary>The name and last value of a series beside the end of its line, moved no further than needed to stay apart.</summary>
internal sealed record EndLabel(string Class, IReadOnlyList<string> Lines, double X, double Y, double MarkX, double MarkY)
{
    const double Widest = 104, Ascent = 10.5, Descent = 3.5;

    double Tall => Lines.Count * TextMetrics.LineHeight;

    /// <summary>Baseline of a line of the label.</summary>
    public double BaselineOf(int line) => Y + Ascent + line * TextMetrics.LineHeight;

    /// <summary>A hairline from the mark to a label that stands away from it.</summary>
    public string? Leader => Math.Abs(Middle - MarkY) > 9 || X - MarkX > 14
        ? $"M{SvgNumber.N(MarkX + 6)} {SvgNumber.N(MarkY)}L{SvgNumber.N(X - 3)} {SvgNumber.N(Middle)}"
        : null;

    double Middle => Y + Tall / 2;

    public static IReadOnlyList<string> Text(string name, string value, bool bold) =>
        TextMetrics.Width($"{name} {value}", bold) <= 100
            ? [$"{name} {value}"]
            : [.. TextMetrics.Wrap(name, Widest, bold), value];

    /// <summary>Pools neighbours that would overlap and centres each pool on what its members wish (isotonic regression).</summary>
    public static IReadOnlyList<EndLabel> Spread(IEnumerable<EndLabel> labels, double top, double bottom)
    {
        var pools = new List<List<EndLabel>>();
        foreach (var label in labels.OrderBy(l => l.MarkY))
        {
            pools.Add([label]);
            while (pools.Count > 1 && TopOf(pools[^2], top, bottom) + TallOf(pools[^2]) > TopOf(pools[^1], top, bottom))
            {
                pools[^2].AddRange(pools[^1]);
                pools.RemoveAt(pools.Count - 1);
            }
        }
        return [.. pools.SelectMany(pool => pool.Select((label, i) =>
            label with { Y = TopOf(pool, top, bottom) + TallOf(pool.Take(i)) }))];
    }

    static double TallOf(IEnumerable<EndLabel> pool) => pool.Sum(l => l.Tall);

    static double TopOf(List<EndLabel> pool, double top, double bottom)
    {
        double wish = pool.Select((l, i) => l.MarkY - l.Tall / 2 - TallOf(pool.Take(i))).Average();
        return Math.Clamp(wish, top, Math.Max(top, bottom - TallOf(pool) - Descent));
    }
}
