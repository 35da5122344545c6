using System.Text;

namespace TkpkPortal.Core.Data;

/// <summary>Where the private cluster listens, and the settings it is always started with.</summary>
internal static class PostgresSettings
{
    public const string FileName = "tkpk.conf";
    public const int Port = 5432;

    /// <summary>The socket's folder: in the home, or a short path made from the home's name where the home's own is too long or ambiguous.</summary>
    public static string SocketFolder(string home)
    {
        var usual = Path.Combine(home, "socket");
        // Npgsql reads a comma as a list of hosts.
        if (Encoding.UTF8.GetByteCount($"{usual}/.s.PGSQL.{Port}") <= LongestSocketPath && !usual.Contains(',')) return usual;
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..16];
        // /run is root's own; in /tmp another user could have laid a link for root to follow.
        return Path.Combine(Environment.IsPrivilegedProcess ? "/run" : "/tmp", $"tkpk-{name}");
    }

    /// <summary>The pid file that the server lays beside its socket.</summary>
    public static string SocketLock(string socketFolder) => Path.Combine(socketFolder, $".s.PGSQL.{Port}.lock");

    /// <summary>Writes the settings anew before each start; an operator's own go into postgresql.auto.conf (ALTER SYSTEM), which wins.</summary>
    public static void Write(string dataFolder, string socketFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        // Deleted and made anew, never opened: the folder is the server account's, and root must not follow a link laid there.
        File.Delete(file);
        using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew, FileAccess.Write));
        // Whatever root's umask is, the server's account reads it.
        File.SetUnixFileMode(((FileStream)writer.BaseStream).SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        writer.Write(Text(socketFolder));
    }

    /// <summary>Makes a new cluster read that file.</summary>
    public static void Include(string dataFolder) =>
        File.AppendAllText(Path.Combine(dataFolder, "postgresql.conf"), $"\ninclude '{FileName}'\n");

    private const int LongestSocketPath = 107;

    // Error texts keep to the message: DETAIL and parameters would write personal data into the log.
    // max_wal_size and checkpoint_timeout bound the recovery after a crash under full load to half a minute.
    private static string Text(string socketFolder) => $"""
        # Ditulis ulang setiap kali basis data dimulai. Setelan sendiri: ALTER SYSTEM.
        listen_addresses = ''
        port = {Port}
        unix_socket_directories = '{socketFolder.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        max_connections = 60
        shared_buffers = 96MB
        effective_cache_size = 1GB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        random_page_cost = 1.1
        jit = off
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_compression = on
        max_wal_size = 1GB
        checkpoint_timeout = 5min
        password_encryption = 'scram-sha-256'
        timezone = 'UTC'
        lc_messages = 'C'
        cluster_name = 'tkpk'
        log_error_verbosity = terse
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_min_error_statement = panic
        log_destination = 'stderr'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgresql-%u.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        log_timezone = 'UTC'

        """;
}
