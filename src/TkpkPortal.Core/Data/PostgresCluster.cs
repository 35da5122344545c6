using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TkpkPortal.Core.Data;

/// <summary>The private cluster of one home: made, started and stopped with the machine's own PostgreSQL. Callers hold the start lock.</summary>
internal sealed class PostgresCluster
{
    private static readonly TimeSpan RecoveryPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeftoverPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    private readonly string _home;
    private readonly string _socket;
    private readonly PostgresBinaries _server;
    private readonly SystemAccount _account;
    private readonly ILogger _logger;
    private readonly string _adminPassword;
    private readonly string _password;

    private PostgresCluster(string home, PostgresBinaries server, SystemAccount account, ILogger logger)
    {
        (_home, _server, _account, _logger) = (home, server, account, logger);
        _socket = PostgresSettings.SocketFolder(home);
        _adminPassword = Secret("database-admin-password.txt");
        _password = Secret("database-password.txt");
    }

    public static string DataFolder(string home) => Path.Combine(home, "postgres", "data");

    private string Data => DataFolder(_home);
    private string Folder => Path.Combine(_home, "postgres");
    private string StartLog => Path.Combine(Folder, "start.log");

    public string ConnectionString => Connection("tkpk", _password, "tkpk").ConnectionString;
    public string AdminConnectionString => Connection("postgres", _adminPassword, "postgres").ConnectionString;

    public static async Task<PostgresCluster> OpenAsync(string home, string? binFolder, ILogger logger, CancellationToken cancel)
    {
        var account = await SystemAccount.ForAsync(DataFolder(home), cancel);
        await account.RequireWayToAsync(home, cancel);
        var server = await PostgresBinaries.FindAsync(DataFolder(home), binFolder, cancel);
        return new PostgresCluster(home, server, account, logger);
    }

    /// <summary>Returns when the database answers; true when this call started the server, false when one was running already.</summary>
    public async Task<bool> BringUpAsync(CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        var (starts, told) = (0, false);
        while (true)
        {
            if (Postmaster.Find(Data) is null)
            {
                if (++starts > 3) throw PostgresTrouble.Explain("", Folder);
                await StartServerAsync(cancel);
            }

            if (await AnswersAsync(cancel)) return starts > 0;
            if (waited.Elapsed > RecoveryPatience)
                throw new EmbeddedPostgresException($"Basis data di {Data} belum menjawab setelah {RecoveryPatience.TotalMinutes:0} menit; catatan teknisnya ada di {Folder}/log.");
            if (!told && waited.Elapsed > TimeSpan.FromSeconds(5))
            {
                told = true;
                _logger.LogInformation("Basis data belum menjawab, mungkin sedang memulihkan diri; menunggu.");
            }

            await Task.Delay(100, cancel);
        }
    }

    public async Task StopAsync()
    {
        var waited = Stopwatch.StartNew();
        if (Postmaster.Find(Data)?.RequestStop() == false)
        {
            _logger.LogWarning("Basis data tidak dapat dihentikan: ia berjalan di bawah akun lain.");
            return;
        }

        while (Postmaster.Find(Data) is not null)
        {
            if (waited.Elapsed > StopPatience)
            {
                _logger.LogWarning("Basis data belum berhenti setelah {Seconds} detik; ia tetap menyelesaikannya sendiri.", (int)StopPatience.TotalSeconds);
                return;
            }

            await Task.Delay(50);
        }
    }

    private async Task StartServerAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(Data)) await CreateAsync(cancel);
        await _account.OwnFolderAsync(_socket, cancel);
        PostgresSettings.Write(Data, _socket);
        Postmaster.RemoveStale(Postmaster.PidFile(Data));
        Postmaster.RemoveStale(PostgresSettings.SocketLock(_socket));
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var already = LogLengths();
            // pg_ctl gives the server a session of its own: Ctrl-C and the portal's death do not reach it.
            var start = await _account.RunAsAsync(
                _server.Program("pg_ctl"), ["start", "-w", "-s", "-t", "300", "-D", Data, "-l", StartLog], cancel);
            // Not zero while a long recovery goes on, too: the caller waits for that.
            if (start.ExitCode == 0 || Postmaster.Find(Data) is not null) return;
            var printed = start.Text + NewLogText(already);
            if (!PostgresTrouble.PassesByItself(printed) || waited.Elapsed > LeftoverPatience) throw PostgresTrouble.Explain(printed, Data);
            await Task.Delay(500, cancel);
        }
    }

    private async Task CreateAsync(CancellationToken cancel)
    {
        _logger.LogInformation("Menyiapkan basis data baru di {Folder} dengan PostgreSQL {Major}.", Data, _server.Major);
        await _account.OwnFolderAsync(Folder, cancel);
        // Made aside and renamed, so that a cut-off initdb leaves nothing that looks like a cluster.
        var aside = Data + ".new";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        var passwordFile = Path.Combine(Folder, "initdb-password");
        try
        {
            await GivePasswordAsync(passwordFile, cancel);
            var made = await _account.RunAsAsync(
                _server.Program("initdb"),
                ["-D", aside, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={passwordFile}", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"],
                cancel);
            if (made.ExitCode != 0) throw PostgresTrouble.Explain(made.Text, Folder);
            PostgresSettings.Include(aside);
            Directory.Move(aside, Data);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private async Task GivePasswordAsync(string file, CancellationToken cancel)
    {
        string[] owner = _account.Name is null ? [] : ["-o", _account.Name, "-g", _account.Group!];
        var given = await SystemAccount.RunAsync("install", ["-m", "0600", .. owner, Path.Combine(_home, "database-admin-password.txt"), file], cancel);
        if (given.ExitCode != 0) throw PostgresTrouble.Explain(given.Text, Folder);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            if (!await PostgresProvision.IsReadyAsync(ConnectionString, cancel))
                await PostgresProvision.RunAsync(AdminConnectionString, _password, cancel);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new EmbeddedPostgresException($"Kata sandi basis data di {_home} tidak cocok dengan basis datanya; pulihkan database-admin-password.txt dari cadangan yang sama.");
        }
        catch (PostgresException refused) when (!PostgresTrouble.PassesByItself(refused))
        {
            throw PostgresTrouble.Explain(refused.Message, Data);
        }
        catch (NpgsqlException)
        {
            // Not listening yet, recovering, still stopping, or full for a moment.
            return false;
        }
    }

    private string Secret(string name)
    {
        var file = Path.Combine(_home, name);
        if (File.Exists(file) || !Directory.Exists(Data)) return SecretFile.ReadOrCreate(file);
        throw new EmbeddedPostgresException($"Berkas {file} hilang, padahal basis datanya ada; pulihkan berkas itu dari cadangan yang sama.");
    }

    private NpgsqlConnectionStringBuilder Connection(string role, string password, string database) => new()
    {
        Host = _socket,
        Port = PostgresSettings.Port,
        Username = role,
        Password = password,
        Database = database,
        MaxPoolSize = 20,
        Timeout = 5,
        MaxAutoPrepare = 100,
        ApplicationName = "tkpk-portal",
    };

    private IEnumerable<FileInfo> Logs()
    {
        var logs = new DirectoryInfo(Path.Combine(Folder, "log"));
        return (logs.Exists ? logs.GetFiles() : []).Append(new FileInfo(StartLog)).Where(file => file.Exists);
    }

    private Dictionary<string, long> LogLengths() => Logs().ToDictionary(file => file.FullName, file => file.Length);

    private string NewLogText(Dictionary<string, long> already) => string.Concat(Logs().Select(log =>
    {
        var text = File.ReadAllText(log.FullName);
        var seen = (int)Math.Min(already.GetValueOrDefault(log.FullName), text.Length);
        return text[seen..];
    }));
}
