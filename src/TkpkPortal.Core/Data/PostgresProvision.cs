using Npgsql;

namespace TkpkPortal.Core.Data;

/// <summary>The portal's own role, database and extension in the private cluster; running it twice changes nothing.</summary>
internal static class PostgresProvision
{
    /// <summary>Whether the portal's role can enter its database and finds the extension there; the usual answer, at one connection's cost.</summary>
    public static async Task<bool> IsReadyAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(connectionString, null, cancel);
            return await AnyAsync(connection, "select exists (select from pg_extension where extname = 'pg_trgm')", cancel);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidCatalogName)
        {
            // A role that does not exist is refused as if its password were wrong.
            return false;
        }
    }

    public static async Task RunAsync(string adminConnectionString, string password, CancellationToken cancel)
    {
        await using (var admin = await OpenAsync(adminConnectionString, null, cancel))
        {
            if (!await AnyAsync(admin, "select exists (select from pg_roles where rolname = 'tkpk')", cancel))
                await RunAsync(admin, "create role tkpk login", cancel);
            // ALTER ROLE takes no parameter; format %L quotes on the server.
            await using (var secret = new NpgsqlCommand("select set_config('tkpk.password', $1, false)", admin) { Parameters = { new() { Value = password } } })
                await secret.ExecuteNonQueryAsync(cancel);
            await RunAsync(admin, "do $$ begin execute format('alter role tkpk password %L', current_setting('tkpk.password')); end $$", cancel);
            if (!await AnyAsync(admin, "select exists (select from pg_database where datname = 'tkpk')", cancel))
                await RunAsync(admin, "create database tkpk owner tkpk", cancel);
        }

        await using var database = await OpenAsync(adminConnectionString, "tkpk", cancel);
        await RunAsync(database, "create extension if not exists pg_trgm schema public", cancel);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string? database, CancellationToken cancel)
    {
        // Unpooled: a pool would outlive a server that is about to be stopped.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 0 };
        if (database is not null) settings.Database = database;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> AnyAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
