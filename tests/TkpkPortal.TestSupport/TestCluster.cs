using System.Diagnostics;
using Npgsql;

namespace TkpkPortal.TestSupport;

/// <summary>One private PostgreSQL server for the test process, without fsync; gone when the process ends. PostgreSQL refuses root, so root lends it to another user.</summary>
public static class TestCluster
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static string _folder = "";

    /// <summary>Connection string to the server's maintenance database.</summary>
    public static Task<string> ConnectionAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).First() + "/bin";
        _folder = Path.Combine("/tmp", "tkpk-uji-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["postgres:postgres", _folder], asServer: false);
        await RunAsync($"{bin}/initdb", ["-D", $"{_folder}/data", "-U", "tkpk", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], asServer: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(bin);
        var settings = $"-c listen_addresses='' -c unix_socket_directories={_folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB";
        await RunAsync($"{bin}/pg_ctl", ["-D", $"{_folder}/data", "-l", $"{_folder}/log", "-w", "-o", settings, "start"], asServer: true);
        return new NpgsqlConnectionStringBuilder { Host = _folder, Username = "tkpk", Database = "postgres", MaxPoolSize = 10 }.ConnectionString;
    }

    private static void Stop(string bin)
    {
        RunAsync($"{bin}/pg_ctl", ["-D", $"{_folder}/data", "-m", "immediate", "stop"], asServer: true).GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
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
