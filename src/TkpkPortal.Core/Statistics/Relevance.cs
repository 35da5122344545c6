namespace TkpkPortal.Core.Statistics;

/// <summary>
/// Relevansi: in how many of the compared years the area moved the same way as its province and the nation, sign(ΔI) equal in all three.
/// A year counts only when all three published it and the year before. Relevant from two thirds. Source: TNP2K handbook ch. 3.
/// </summary>
public sealed record Relevance(int SameDirection, int Compared)
{
    public bool IsRelevant => SameDirection * 3 >= Compared * 2;

    /// <returns>Null when no year can be compared.</returns>
    public static Relevance? Of(IReadOnlyList<Figure> own, IReadOnlyList<Figure> province, IReadOnlyList<Figure> nation)
    {
        var (mine, theirs, all) = (Signs(own), Signs(province), Signs(nation));
        var compared = mine.Keys.Where(y => theirs.ContainsKey(y) && all.ContainsKey(y)).ToList();
        return compared.Count == 0 ? null : new(compared.Count(y => mine[y] == theirs[y] && theirs[y] == all[y]), compared.Count);
    }

    private static Dictionary<int, int> Signs(IReadOnlyList<Figure> figures)
    {
        var byYear = figures.ToDictionary(f => f.Year, f => f.Value);
        return figures.Where(f => byYear.ContainsKey(f.Year - 1)).ToDictionary(f => f.Year, f => Math.Sign(f.Value - byYear[f.Year - 1]));
    }
}
