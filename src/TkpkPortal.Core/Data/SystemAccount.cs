using System.ComponentModel;
using System.Diagnostics;

namespace TkpkPortal.Core.Data;

/// <summary>
/// The operating-system account that the database server runs under, and how a program is run as it.
/// PostgreSQL refuses to run as root, so a portal of root's hands it to another account; any other portal runs it as itself.
/// </summary>
internal sealed record SystemAccount(string? Name, string? Group)
{
    public sealed record Outcome(int ExitCode, string Text);

    public static async Task<SystemAccount> ForAsync(string dataFolder, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess) return new SystemAccount(null, null);
        // An existing cluster keeps its owner: it may have been made by a portal that does not run as root.
        string[] candidates = Directory.Exists(dataFolder)
            ? [(await RunAsync("stat", ["-c", "%U", dataFolder], cancel)).Text.Trim()]
            : ["postgres", "nobody"];
        foreach (var name in candidates)
        {
            var group = await RunAsync("id", ["-g", name], cancel);
            if (group.ExitCode == 0 && name != "root") return new SystemAccount(name, group.Text.Trim());
        }

        throw new EmbeddedPostgresException(
            $"Server basis data tidak boleh berjalan sebagai root, dan akun sistem untuk menjalankannya tidak ditemukan ({string.Join(", ", candidates)}).");
    }

    /// <summary>Runs a program as this account and returns all it printed.</summary>
    public Task<Outcome> RunAsAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel) => Name is null
        ? RunAsync(program, arguments, cancel)
        : RunAsync("setpriv", [$"--reuid={Name}", $"--regid={Group}", "--clear-groups", "--", program, .. arguments], cancel);

    /// <summary>Makes a folder, or corrects it, so that only this account enters it.</summary>
    public async Task OwnFolderAsync(string folder, CancellationToken cancel)
    {
        if (Name is null)
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }

        var made = await RunAsync("install", ["-d", "-m", "0700", "-o", Name, "-g", Group!, folder], cancel);
        if (made.ExitCode != 0) throw PostgresTrouble.Explain(made.Text, folder);
    }

    /// <summary>Refuses a home that this account cannot reach, naming the folder that stands in the way.</summary>
    public async Task RequireWayToAsync(string home, CancellationToken cancel)
    {
        if (Name is null || await MayEnterAsync(home, cancel)) return;
        var blocked = "/";
        foreach (var part in home.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            blocked = Path.Combine(blocked, part);
            if (!await MayEnterAsync(blocked, cancel)) break;
        }

        throw new EmbeddedPostgresException(
            $"Basis data tidak dapat ditempatkan di {home}: akun sistem {Name} tidak boleh memasuki folder {blocked}; tentukan folder lain lewat TKPK_HOME, misalnya /var/lib/tkpk-portal.");
    }

    private async Task<bool> MayEnterAsync(string folder, CancellationToken cancel) =>
        (await RunAsAsync("test", ["-x", folder], cancel)).ExitCode == 0;

    internal static async Task<Outcome> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The account may not be able to enter the folder that the portal was started from.
            WorkingDirectory = "/",
        };
        // No connection string or key of the portal reaches the server; messages stay in the language that PostgresTrouble reads.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            try
            {
                await process.WaitForExitAsync(cancel);
                return new Outcome(process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception)
        {
            throw new EmbeddedPostgresException($"Perintah {program} tidak dapat dijalankan; pasang paket Debian yang memuatnya, lalu mulai lagi.");
        }
    }
}
