using System.Globalization;
using System.Runtime.InteropServices;

namespace TkpkPortal.Core.Data;

/// <summary>The main process of the cluster in one data folder, as its <c>postmaster.pid</c> tells and the running process confirms.</summary>
internal sealed record Postmaster(int ProcessId, string DataFolder)
{
    /// <summary>The running server of this data folder; null when there is none, whatever a stale pid file says.</summary>
    public static Postmaster? Find(string dataFolder)
    {
        if (ReadFile(PidFile(dataFolder)) is not { } written || !written.IsAlive) return null;
        if (written.DataFolder == dataFolder) return written;
        throw new EmbeddedPostgresException(
            $"Folder {dataFolder} tampaknya salinan dari {written.DataFolder} yang basis datanya sedang berjalan; bila memang salinan, hapus berkas postmaster.pid di dalamnya, lalu mulai lagi.");
    }

    /// <summary>
    /// Removes a pid file (the data folder's or the socket's) whose number now belongs to another program, or to a dead process
    /// nobody has collected: PostgreSQL would refuse to start, as it only asks whether the number is in use.
    /// </summary>
    public static void RemoveStale(string pidFile)
    {
        if (ReadFile(pidFile) is { IsAlive: false } stale && Directory.Exists($"/proc/{stale.ProcessId}")) File.Delete(pidFile);
    }

    /// <summary>Whether the process still runs and is the server of the folder it wrote down.</summary>
    public bool IsAlive
    {
        get
        {
            try
            {
                // A zombie keeps its number but has no command line any more.
                var words = File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0');
                var folder = Array.IndexOf(words, "-D") + 1;
                return Path.GetFileName(words[0]) == "postgres" && folder > 0 && folder < words.Length && words[folder] == DataFolder;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Asks for a fast shutdown: sessions end, a checkpoint is written. False when this account may not ask.</summary>
    public bool RequestStop() => Signal(ProcessId, InterruptSignal) == 0 || !IsAlive;

    private static Postmaster? ReadFile(string pidFile)
    {
        try
        {
            var lines = File.ReadAllLines(pidFile);
            return lines.Length >= 2 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new Postmaster(id, lines[1])
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static string PidFile(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");

    private const int InterruptSignal = 2;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int processId, int signal);
}
