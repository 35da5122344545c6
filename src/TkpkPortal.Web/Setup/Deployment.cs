using System.Security.Cryptography;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Setup;

/// <summary>
/// What this machine is configured to be: the database (a server that was named, else the portal's own), the keys, the home folder,
/// the addresses. Disposing it leaves the portal's own database, which stops with its last user.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly EmbeddedPostgres? _embedded;
    private readonly ILoggerFactory _logs;

    private Deployment(string home, string connectionString, EmbeddedPostgres? embedded, ILoggerFactory logs) =>
        (Home, ConnectionString, _embedded, _logs) = (home, connectionString, embedded, logs);

    public string Home { get; }

    public string ConnectionString { get; }

    /// <summary>The database is the portal's own: only such a one gets a demo unasked.</summary>
    public bool IsEmbedded => _embedded is not null;

    public PortalOptions Options { get; private set; } = null!;

    public static string HomeOf(VerbContext context) => context.Configured("TKPK_HOME") is { } chosen ? Path.GetFullPath(chosen) : PortalHome.Locate();

    public static string LogFolderIn(string home) => Path.Combine(home, "log");

    public static async Task<Deployment> OpenAsync(VerbContext context, EmbeddedRole role, CancellationToken ct)
    {
        var listen = context.Configured("TKPK_URL") ?? ListenAddress.Usual;
        var publicUrl = ListenAddress.PublicUrl(context.Configured("TKPK_PUBLIC_URL"), ListenAddress.Parse(listen)[0]);
        var home = HomeOf(context);
        var server = context.Configured("ConnectionStrings__Portal");
        Prepare(home);
        var deployment = server is null ? await OpenOwnAsync(home, role, ct) : new(home, ServerConnection(context, server), null, LoggerFactory.Create(_ => { }));
        try
        {
            deployment.Options = new()
            {
                ConnectionString = deployment.ConnectionString,
                Keyring = await deployment.LoadKeysAsync(context.Configured("TKPK_KEYS_FILE") ?? Path.Combine(home, "kunci.json"), ct),
                ListenUrl = listen,
                PublicUrl = publicUrl,
                LogFolder = LogFolderIn(home),
                LogName = role == EmbeddedRole.Portal ? "portal" : "perintah",
            };
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null) await _embedded.DisposeAsync();
        _logs.Dispose();
    }

    private static async Task<Deployment> OpenOwnAsync(string home, EmbeddedRole role, CancellationToken ct)
    {
        var logs = LoggerFactory.Create(logging => logging.AddPortalLog(LogFolderIn(home), "basis-data"));
        var embedded = await EmbeddedPostgres.StartAsync(home, role, logs.CreateLogger<EmbeddedPostgres>(), ct);
        return new(home, embedded.ConnectionString, embedded, logs);
    }

    private static void Prepare(string home)
    {
        // A database of root's runs under an account that must pass through to its folder.
        if (!Directory.Exists(home)) Directory.CreateDirectory(home, Environment.IsPrivilegedProcess ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OwnerOnly);
        Directory.CreateDirectory(LogFolderIn(home), OwnerOnly);
    }

    private static string ServerConnection(VerbContext context, string configured)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(configured) { ApplicationName = "tkpk-portal" };
            if (!connection.ContainsKey("Max Auto Prepare")) connection.MaxAutoPrepare = 100;
            if (context.Configured("TKPK_DB_PASSWORD_FILE") is { } file)
                connection.Password = File.Exists(file) ? File.ReadAllText(file).Trim() : throw new VerbException($"Berkas kata sandi basis data {file} tidak ada; periksa TKPK_DB_PASSWORD_FILE.");
            return connection.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new VerbException("ConnectionStrings__Portal tidak dapat dibaca; contoh yang benar: Host=localhost;Database=tkpk;Username=tkpk.");
        }
    }

    /// <summary>New keys are made for a new database only: for one in use they would hide that the right ones are gone.</summary>
    private async Task<Keyring> LoadKeysAsync(string path, CancellationToken ct)
    {
        var sealedByUs = await SealedSampleAsync(ct);
        var keyring = Keyring.Load(path, create: sealedByUs is null);
        if (sealedByUs is not { } sample) return keyring;
        try
        {
            new FieldCipher(keyring).Open(sample.Sealed, sample.Id);
            return keyring;
        }
        catch (CryptographicException)
        {
            throw new KeyringException($"Berkas kunci {path} bukan kunci basis data ini; pulihkan berkas kunci dari cadangan yang sama dengan basis datanya.");
        }
    }

    private async Task<(Guid Id, byte[] Sealed)?> SealedSampleAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var known = source.CreateCommand("select to_regclass('audit_entries') is not null");
        if (await known.ExecuteScalarAsync(ct) is not true) return null;
        await using var sample = source.CreateCommand("select id, sealed_changes from audit_entries where sealed_changes is not null order by sequence desc limit 1");
        await using var reader = await sample.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)) : null;
    }
}
