using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TkpkPortal.Core.Data;

/// <summary>
/// A PostgreSQL cluster of the portal's own, used when no connection string is configured. Every process that uses it
/// holds a shared lock in the home folder, and the last one to leave stops the server: a command never takes the database
/// away from the portal, nor the portal from a command, and whoever is killed lets go without a trace. A server that
/// outlived all its users is adopted by the next one.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(10);

    private readonly string _home;
    private readonly EmbeddedRole _role;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private PostgresCluster? _cluster;
    private HomeLock? _portal;
    private HomeLock? _user;
    private Task _watch = Task.CompletedTask;

    private EmbeddedPostgres(string home, EmbeddedRole role, ILogger logger) => (_home, _role, _logger) = (home, role, logger);

    /// <summary>How the portal's role reaches its database.</summary>
    public string ConnectionString => Cluster.ConnectionString;

    /// <summary>For tests, which make databases of their own.</summary>
    internal string AdminConnectionString => Cluster.AdminConnectionString;

    /// <summary>True for the serving portal, and for a command that had to start the server itself.</summary>
    public bool Owned { get; private set; }

    /// <summary>Starts the cluster in this home, or joins the one that runs there; returns when the database answers.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot run; the message tells the operator why.</exception>
    public static Task<EmbeddedPostgres> StartAsync(string home, EmbeddedRole role, ILogger? logger = null, CancellationToken cancel = default) =>
        StartAsync(home, role, binFolder: null, logger, cancel);

    internal static async Task<EmbeddedPostgres> StartAsync(
        string home, EmbeddedRole role, string? binFolder, ILogger? logger = null, CancellationToken cancel = default)
    {
        try
        {
            var postgres = new EmbeddedPostgres(PortalHome.Prepare(home), role, logger ?? NullLogger.Instance);
            try
            {
                await postgres.JoinAsync(binFolder, cancel);
                return postgres;
            }
            catch
            {
                await postgres.DisposeAsync();
                throw;
            }
        }
        catch (UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Folder {home} tidak dapat dibaca atau ditulis oleh akun {Environment.UserName}; jalankan dengan akun pemilik portal, atau tentukan folder lain lewat TKPK_HOME.");
        }
        catch (IOException failed)
        {
            throw PostgresTrouble.Explain(failed.Message, home);
        }
    }

    /// <summary>Starts the server again when it is gone; the serving portal calls this by itself every two seconds.</summary>
    public async Task EnsureRunningAsync(CancellationToken cancel = default)
    {
        if (Postmaster.Find(PostgresCluster.DataFolder(_home)) is not null) return;
        using var start = await StartLockAsync(cancel);
        if (_user is null) return;
        if (await Cluster.BringUpAsync(cancel)) _logger.LogWarning("Basis data berhenti di luar dugaan dan sudah dimulai lagi.");
    }

    /// <summary>Leaves the cluster; stops the server when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_user is null)
        {
            await LetGoAsync();
            return;
        }

        await StopWatchingAsync();
        try
        {
            using var start = await StartLockAsync(CancellationToken.None);
            _user.Dispose();
            _user = null;
            using var alone = await HomeLock.WaitAsync(() => HomeLock.TryExclusive(UsersFile), TimeSpan.FromMilliseconds(200), CancellationToken.None);
            if (alone is null) _logger.LogInformation("Basis data tetap berjalan karena masih dipakai proses lain.");
            else if (_cluster is not null) await _cluster.StopAsync();
        }
        finally
        {
            await LetGoAsync();
        }
    }

    /// <summary>Leaves as a killed process does: the locks are free, the server runs on.</summary>
    internal async ValueTask LetGoAsync()
    {
        await StopWatchingAsync();
        _user?.Dispose();
        _user = null;
        _portal?.Dispose();
        _portal = null;
    }

    private async Task JoinAsync(string? binFolder, CancellationToken cancel)
    {
        if (_role == EmbeddedRole.Portal)
        {
            var file = Path.Combine(_home, "portal.lock");
            _portal = await HomeLock.WaitAsync(() => HomeLock.TryExclusive(file), TimeSpan.FromSeconds(1), cancel)
                ?? throw new EmbeddedPostgresException($"Portal lain sudah berjalan dengan folder {_home}; hentikan dahulu, atau tentukan folder lain lewat TKPK_HOME.");
        }

        using var start = await StartLockAsync(cancel);
        _user = await HomeLock.WaitAsync(() => HomeLock.TryShared(UsersFile), TimeSpan.FromSeconds(1), cancel)
            ?? throw new EmbeddedPostgresException($"Folder {_home} sedang dikunci proses lain; coba lagi sebentar lagi.");
        _cluster = await PostgresCluster.OpenAsync(_home, binFolder, _logger, cancel);
        var started = await Cluster.BringUpAsync(cancel);
        Owned = started || _role == EmbeddedRole.Portal;
        if (!started && _role == EmbeddedRole.Portal) _logger.LogInformation("Basis data yang masih berjalan diambil alih.");
        if (_role == EmbeddedRole.Portal) _watch = WatchAsync(_stopping.Token);
    }

    private PostgresCluster Cluster => _cluster ?? throw new InvalidOperationException("The cluster has not been started.");

    private string UsersFile => Path.Combine(_home, "users.lock");

    private async Task<HomeLock> StartLockAsync(CancellationToken cancel) =>
        await HomeLock.WaitAsync(() => HomeLock.TryExclusive(Path.Combine(_home, "start.lock")), StartPatience, cancel)
        ?? throw new EmbeddedPostgresException($"Proses lain terlalu lama menyiapkan basis data di {_home}; hentikan proses itu, lalu coba lagi.");

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(WatchEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await EnsureRunningAsync(stopping);
                }
                catch (Exception failed) when (failed is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
                {
                    _logger.LogError("Basis data berhenti dan belum dapat dimulai lagi: {Reason}", failed.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops.
        }
    }

    private async Task StopWatchingAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
    }
}
