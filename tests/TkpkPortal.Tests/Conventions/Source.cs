namespace TkpkPortal.Tests.Conventions;

/// <summary>The files of the repository, as checks read them.</summary>
internal static class Source
{
    public static readonly string Root = Find();

    /// <summary>Production files with these endings, path from the root.</summary>
    public static IEnumerable<SourceFile> Production(params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal)
        select new SourceFile(path, File.ReadAllText(file));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TkpkPortal.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not above the tests.");
        return folder;
    }
}

internal sealed record SourceFile(string Path, string Text);
