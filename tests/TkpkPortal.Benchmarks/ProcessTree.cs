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

    /// <summary>Processor time of a process and its descendants, with those that have ended.</summary>
    public static TimeSpan Cpu(int root)
    {
        var ticks = Of(root).Sum(id => Stat(id) is { Length: > 16 } stat ? long.Parse(stat[11], CultureInfo.InvariantCulture) + long.Parse(stat[12], CultureInfo.InvariantCulture) : 0);
        if (Stat(root) is { Length: > 16 } own) ticks += long.Parse(own[13], CultureInfo.InvariantCulture) + long.Parse(own[14], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / 100.0);
    }

    /// <summary>Fields of /proc/N/stat from the state on; the command's name before it may itself hold blanks.</summary>
    private static string[] Stat(int id)
    {
        var stat = Read($"/proc/{id}/stat");
        return stat.LastIndexOf(')') is > 0 and var end ? stat[(end + 2)..].Split(' ') : [];
    }

    private static int ParentOf(int id)
    {
        return Stat(id) is { Length: > 1 } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;
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
