using System.Globalization;

namespace TkpkPortal.Benchmarks;

/// <summary>Processes as /proc shows them.</summary>
internal static class ProcessTree
{
    /// <summary>A process and all its descendants.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var found = new List<int> { root };
        for (var i = 0; i < found.Count; i++) found.AddRange(children[found[i]]);
        return found;
    }

    /// <summary>Proportional set size in bytes: memory shared by several processes counts once.</summary>
    public static long Pss(IEnumerable<int> processes) => processes.Sum(id =>
    {
        var line = Read($"/proc/{id}/smaps_rollup").Split('\n').FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    });

    private static int ParentOf(int id)
    {
        // The command's name in parentheses may itself hold blanks.
        var stat = Read($"/proc/{id}/stat");
        return stat.LastIndexOf(')') is > 0 and var end ? int.Parse(stat[(end + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
