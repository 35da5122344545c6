namespace TkpkPortal.Web.Charts;

/// <summary>Which years are written under a chart: all where they fit, else the ends and round years between.</summary>
internal static class YearTicks
{
    const double Room = 40;

    public static IReadOnlyList<int> Choose(int first, int last, double unitsPerYear)
    {
        if (first == last) return [first];
        if (unitsPerYear >= Room) return [.. Enumerable.Range(first, last - first + 1)];
        int margin = (int)Math.Ceiling(Room / unitsPerYear);
        int every = margin <= 5 ? 5 : 10;
        var between = Enumerable.Range(first + margin, Math.Max(0, last - first - 2 * margin + 1)).Where(y => y % every == 0).ToList();
        if (between.Count == 0 && (last - first) % 2 == 0 && (last - first) / 2 >= margin) between.Add((first + last) / 2);
        return [first, .. between, last];
    }
}
