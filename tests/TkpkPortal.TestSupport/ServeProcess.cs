using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using TkpkPortal.Core.Data;

namespace TkpkPortal.TestSupport;

/// <summary>The portal as people run it: a process of its own with its own database, in a home of its own.</summary>
public sealed class ServeProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly StringBuilder _output = new();
    private readonly string _home;
    private readonly Process _process;

    private ServeProcess(string home, Uri address, Process process) => (_home, Address, _process) = (home, address, process);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process to the first 200 of /masuk.</summary>
    public TimeSpan StartedIn { get; private set; }

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The database's main process; null when it does not run.</summary>
    public int? ServerId => Postmaster.Find(Path.Combine(_home, "postgres", "data"))?.ProcessId;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a verb to its end and returns what it printed.</summary>
    public static async Task<string> VerbAsync(string home, int port, params string[] words)
    {
        using var process = Launch(home, port, demo: false, words);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {await error}");
    }

    /// <summary>Starts and returns when /masuk answers.</summary>
    public static async Task<ServeProcess> StartAsync(string home, int port, bool demo = false)
    {
        var watch = Stopwatch.StartNew();
        var started = new ServeProcess(home, new($"http://127.0.0.1:{port}"), Launch(home, port, demo, ["serve"]));
        started.Listen();
        using var http = new HttpClient { BaseAddress = started.Address };
        while (!await AnswersAsync(http))
        {
            if (started._process.HasExited || watch.Elapsed > Patience)
            {
                await started.DisposeAsync();
                throw new InvalidOperationException($"The portal did not start: {started.Output}");
            }

            await Task.Delay(10);
        }

        started.StartedIn = watch.Elapsed;
        return started;
    }

    /// <summary>As kill -9 does: nothing is put in order.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void RequestStop() => _ = Signal(_process.Id, Terminate);

    /// <summary>SIGTERM; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        RequestStop();
        return await ExitCodeAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await StopAsync();
        // A killed portal leaves its server running.
        if (Postmaster.Find(Path.Combine(_home, "postgres", "data")) is { } left)
        {
            left.RequestStop();
            while (left.IsAlive) await Task.Delay(20);
        }

        _process.Dispose();
    }

    private static Process Launch(string home, int port, bool demo, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [PortalProgram(), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["TKPK_HOME"] = home;
        start.Environment["TKPK_URL"] = $"http://127.0.0.1:{port}";
        start.Environment["TKPK_DEMO"] = demo ? "ya" : "tidak";
        start.Environment.Remove("ConnectionStrings__Portal");
        return Process.Start(start)!;
    }

    /// <summary>The portal's own output folder, built in the same configuration as this program.</summary>
    private static string PortalProgram()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var root = framework;
        while (!File.Exists(Path.Combine(root.FullName, "TkpkPortal.sln"))) root = root.Parent ?? throw new InvalidOperationException("The repository was not found.");
        return Path.Combine(root.FullName, "src", "TkpkPortal.Web", "bin", framework.Parent!.Name, framework.Name, "TkpkPortal.Web.dll");
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/masuk", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Listen()
    {
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int processId, int signal);
}
