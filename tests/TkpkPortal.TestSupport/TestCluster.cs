using System.Diagnostics;
using Npgsql;

namespace TkpkPortal.TestSupport;

/// <summary>
/// One private PostgreSQL server for the test process, without fsync; gone when the process ends, however it ends: a watcher of its own outlives the process,
/// because a test host is killed a moment after its last test. PostgreSQL refuses root, so root lends it to another user.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Connection string to the server's maintenance database.</summary>
    public static Task<string> ConnectionAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).First() + "/bin";
        var folder = Path.Combine("/tmp", "tkpk-uji-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["postgres:postgres", folder], asServer: false);
        await RunAsync($"{bin}/initdb", ["-D", $"{folder}/data", "-U", "tkpk", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], asServer: true);
        Watch(bin, folder);
        var settings = $"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB"
            + " -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB";
        await RunAsync($"{bin}/pg_ctl", ["-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", settings, "start"], asServer: true);
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "tkpk", Database = "postgres", MaxPoolSize = 10 }.ConnectionString;
    }

    private static void Watch(string bin, string folder)
    {
        var server = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        var script = $"while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; cd /tmp; {server}{bin}/pg_ctl -D {folder}/data -m immediate stop; rm -rf {folder}";
        using var watcher = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", $"({script}) </dev/null >/dev/null 2>&1 &"]))!;
        watcher.WaitForExit();
    }

    private static async Task RunAsync(string program, string[] arguments, bool asServer)
    {
        string[] all = asServer && Environment.IsPrivilegedProcess
            ? ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
            : arguments;
        using var process = Process.Start(new ProcessStartInfo(asServer && Environment.IsPrivilegedProcess ? "setpriv" : program, all) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
