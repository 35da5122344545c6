namespace TkpkPortal.EndToEndTests;

/// <summary>Where things lie in the working copy.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Data(string name) => Path.Combine(Root, "tests", "data", name);

    /// <summary>A file of the shared real data; null where it is not there.</summary>
    public static string? Shared(string name) =>
        new[] { Environment.GetEnvironmentVariable("TKPK_SHARED_DATA"), Path.Combine(Root, "..", "shared", "data") }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.GetFullPath(Path.Combine(folder!, name)))
            .FirstOrDefault(File.Exists);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TkpkPortal.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the working copy.");
    }
}
