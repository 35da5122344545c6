using System.Globalization;
using System.Text.RegularExpressions;

namespace TkpkPortal.Core.Data;

/// <summary>One installed PostgreSQL server: the folder of its programs and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version that the portal's tables are tested on.</summary>
    public const int OldestMajor = 15;

    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// The server for a data folder: <c>TKPK_PG_BIN</c> alone when set, else those on PATH and in Debian's place;
    /// the one of the folder's own major version, or the newest for a folder that has no cluster yet.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(string dataFolder, string? chosenFolder, CancellationToken cancel)
    {
        chosenFolder ??= Environment.GetEnvironmentVariable("TKPK_PG_BIN");
        var installed = new List<PostgresBinaries>();
        foreach (var folder in string.IsNullOrEmpty(chosenFolder) ? UsualFolders() : [Path.GetFullPath(chosenFolder)])
        {
            if (await InFolderAsync(folder, cancel) is { } found) installed.Add(found);
        }

        if (MajorOf(dataFolder) is { } written)
        {
            return installed.Find(server => server.Major == written) ?? throw new EmbeddedPostgresException(
                $"Folder basis data {dataFolder} dibuat oleh PostgreSQL {written}, tetapi server versi itu tidak terpasang (yang ada: {Names(installed)}); pasang PostgreSQL {written}, atau pindahkan data menurut docs/operations/upgrade.md.");
        }

        return installed.Where(server => server.Major >= OldestMajor).MaxBy(server => server.Major) ?? throw new EmbeddedPostgresException(
            $"Server PostgreSQL {OldestMajor} atau yang lebih baru tidak ditemukan{(string.IsNullOrEmpty(chosenFolder) ? "" : $" di {chosenFolder}")} (yang ada: {Names(installed)}); pasang paket postgresql, atau tunjukkan folder programnya lewat TKPK_PG_BIN.");
    }

    private static int? MajorOf(string dataFolder)
    {
        if (!Directory.Exists(dataFolder)) return null;
        var file = Path.Combine(dataFolder, "PG_VERSION");
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim().Split('.')[0], CultureInfo.InvariantCulture, out var major)) return major;
        throw new EmbeddedPostgresException(
            $"Folder {dataFolder} ada, tetapi isinya bukan basis data PostgreSQL yang utuh; pindahkan folder itu, atau pulihkan dari cadangan.");
    }

    private static IEnumerable<string> UsualFolders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var packaged = Directory.Exists(debian) ? Directory.GetDirectories(debian).Select(version => Path.Combine(version, "bin")) : [];
        return onPath.Concat(packaged).Distinct();
    }

    private static async Task<PostgresBinaries?> InFolderAsync(string folder, CancellationToken cancel)
    {
        if (!new[] { "postgres", "initdb", "pg_ctl" }.All(name => File.Exists(Path.Combine(folder, name)))) return null;
        var version = VersionText().Match((await SystemAccount.RunAsync(Path.Combine(folder, "postgres"), ["--version"], cancel)).Text);
        return version.Success ? new PostgresBinaries(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
    }

    private static string Names(List<PostgresBinaries> installed) => installed.Count == 0
        ? "tidak ada"
        : string.Join(", ", installed.Select(server => $"PostgreSQL {server.Major}").Distinct());

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionText();
}
