namespace TkpkPortal.Core.Imports.Merging;

/// <summary>Whether two spellings can be one person's name: short forms, titles and slips of the pen are.</summary>
internal static class PersonNames
{
    private const int LettersPerSlip = 4;

    public static bool Differ(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        if (first.Length == 0 || second.Length == 0 || first.All(second.Contains) || second.All(first.Contains)) return false;
        var (whole, other) = (string.Concat(first), string.Concat(second));
        return ColumnMatch.Distance(whole, other) > Math.Max(whole.Length, other.Length) / LettersPerSlip;
    }

    private static string[] Words(string name) =>
        string.Concat(name.Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : c is '\'' or '’' or '`' ? '\0' : ' ')).Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
