namespace TkpkPortal.Core.Access;

/// <summary>The list of passwords everybody tries first. A file beside the program, so that it can be replaced without a build.</summary>
public sealed class CommonPasswords
{
    public const string FileName = "common-passwords.txt";

    private readonly HashSet<string> _words;

    public CommonPasswords()
        : this(File.ReadLines(Path.Combine(AppContext.BaseDirectory, FileName)))
    {
    }

    internal CommonPasswords(IEnumerable<string> lines) =>
        _words = lines.Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0 && l[0] != '#').ToHashSet(StringComparer.Ordinal);

    public int Count => _words.Count;

    public bool Contains(string lowerCase) => _words.Contains(lowerCase);
}
