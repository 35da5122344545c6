namespace TkpkPortal.Tests.Conventions;

/// <summary>A document made from the running portal must equal the file in docs. TKPK_UPDATE_DOCS=1 rewrites the file.</summary>
internal static class GeneratedDocs
{
    public static void Check(string name, string expected)
    {
        var path = Path.Combine(Source.Root, "docs", name);
        if (Environment.GetEnvironmentVariable("TKPK_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        var found = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (Difference(found, expected) is { } difference)
            Assert.Fail($"docs/{name} differs from the portal: {difference}\nRun this test with TKPK_UPDATE_DOCS=1, read the difference, commit it. Expected:\n\n{expected}");
    }

    /// <summary>The first line that is not the same, or null.</summary>
    public static string? Difference(string found, string expected)
    {
        var left = found.Split('\n');
        var right = expected.Split('\n');
        for (var line = 0; line < Math.Max(left.Length, right.Length); line++)
        {
            var (was, now) = (left.ElementAtOrDefault(line), right.ElementAtOrDefault(line));
            if (was != now) return $"line {line + 1} is “{was}”, should be “{now}”.";
        }

        return null;
    }
}
