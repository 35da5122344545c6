using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Tests.Data;

public sealed class EmbeddedPostgresTests(EmbeddedHome home) : IClassFixture<EmbeddedHome>
{
    [Fact]
    public async Task A_first_start_makes_a_safe_database_with_all_the_portal_needs()
    {
        await using var postgres = await home.StartAsync(EmbeddedRole.Portal);

        Assert.True(postgres.Owned);
        Assert.Equal("f", await EmbeddedHome.AskAsync<string>(postgres.ConnectionString, "select rolsuper::text::char from pg_roles where rolname = current_user"));
        Assert.Equal("public", await EmbeddedHome.AskAsync<string>(
            postgres.ConnectionString, "select nspname::text from pg_extension join pg_namespace n on n.oid = extnamespace where extname = 'pg_trgm'"));
        var expected = new Dictionary<string, string>
        {
            ["data_checksums"] = "on",
            ["fsync"] = "on",
            ["listen_addresses"] = "",
            ["log_error_verbosity"] = "terse",
            ["log_parameter_max_length"] = "0",
            ["log_parameter_max_length_on_error"] = "0",
            ["max_wal_size"] = "1GB",
            ["password_encryption"] = "scram-sha-256",
            ["server_encoding"] = "UTF8",
        };
        foreach (var (name, value) in expected)
            Assert.Equal((name, value), (name, await EmbeddedHome.AskAsync<string>(postgres.ConnectionString, $"select current_setting('{name}')")));
        foreach (var file in new[] { "database-password.txt", "database-admin-password.txt" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home.Home, file)));
        Assert.DoesNotContain("Include Error Detail=True", postgres.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_even_on_the_socket()
    {
        await using var postgres = await home.StartAsync(EmbeddedRole.Verb);
        var guess = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "tebakan" }.ConnectionString;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => EmbeddedHome.AskAsync<int>(guess, "select 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task What_was_saved_is_there_after_a_stop_and_a_start()
    {
        await using (var postgres = await home.StartAsync(EmbeddedRole.Portal))
            await EmbeddedHome.AskAsync<int>(postgres.ConnectionString, "create table if not exists kept (n int); insert into kept values (1); select 1");
        Assert.Null(home.ServerProcess);

        await using var again = await home.StartAsync(EmbeddedRole.Portal);

        Assert.Equal(1, await EmbeddedHome.AskAsync<long>(again.ConnectionString, "select count(*) from kept"));
    }

    [Fact]
    public async Task A_server_that_outlived_its_portal_is_adopted_and_stopped_by_the_next()
    {
        var killed = await home.StartAsync(EmbeddedRole.Portal);
        var server = home.ServerProcess;
        await killed.LetGoAsync();
        Assert.Equal(server, home.ServerProcess);

        await using (var next = await home.StartAsync(EmbeddedRole.Portal))
        {
            Assert.True(next.Owned);
            Assert.Equal(server, home.ServerProcess);
            Assert.Equal(1, await EmbeddedHome.AskAsync<int>(next.ConnectionString, "select 1"));
        }

        Assert.Null(home.ServerProcess);
    }

    [Fact]
    public async Task A_command_beside_the_portal_attaches_and_leaves_the_server_running()
    {
        await using var portal = await home.StartAsync(EmbeddedRole.Portal);
        var server = home.ServerProcess;

        await using (var command = await home.StartAsync(EmbeddedRole.Verb)) Assert.False(command.Owned);

        Assert.NotNull(server);
        Assert.Equal(server, home.ServerProcess);
    }

    [Fact]
    public async Task A_command_alone_starts_the_server_and_stops_it()
    {
        await using (var command = await home.StartAsync(EmbeddedRole.Verb))
        {
            Assert.True(command.Owned);
            Assert.NotNull(home.ServerProcess);
        }

        Assert.Null(home.ServerProcess);
    }

    [Fact]
    public async Task A_command_hands_its_server_over_to_a_portal_that_starts_meanwhile()
    {
        var command = await home.StartAsync(EmbeddedRole.Verb);
        var server = home.ServerProcess;
        await using var portal = await home.StartAsync(EmbeddedRole.Portal);

        await command.DisposeAsync();

        Assert.Equal(server, home.ServerProcess);
        Assert.Equal(1, await EmbeddedHome.AskAsync<int>(portal.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_second_portal_is_refused_as_long_as_the_process_of_the_first_lives()
    {
        await using (await home.StartAsync(EmbeddedRole.Verb)) { }
        using var other = EmbeddedHome.Run("flock", Path.Combine(home.Home, "portal.lock"), "-c", "echo held; exec sleep 60");
        await other.StandardOutput.ReadLineAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => home.StartAsync(EmbeddedRole.Portal));
        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();

        Assert.Contains("Portal lain sudah berjalan", refused.Message, StringComparison.Ordinal);
        Assert.Null(home.ServerProcess);
        await using var portal = await home.StartAsync(EmbeddedRole.Portal);
        Assert.NotNull(home.ServerProcess);
    }

    [Theory]
    [InlineData("dead")]
    [InlineData("another program")]
    public async Task A_stale_pid_file_does_not_keep_the_server_from_starting(string owner)
    {
        await using (await home.StartAsync(EmbeddedRole.Verb)) { }
        using var gone = EmbeddedHome.Run("true");
        await gone.WaitForExitAsync();
        // Under root the server's account may not signal this process, which alone would make PostgreSQL call the file stale.
        using var sleeper = Environment.IsPrivilegedProcess
            ? EmbeddedHome.Run("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", "sleep", "60")
            : EmbeddedHome.Run("sleep", "60");
        var pid = owner == "dead" ? gone.Id : sleeper.Id;
        foreach (var file in new[] { Path.Combine(home.DataFolder, "postmaster.pid"), Path.Combine(home.Home, "socket", ".s.PGSQL.5432.lock") })
            await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{pid}\n{home.DataFolder}\n1\n5432\n"));

        await using (var postgres = await home.StartAsync(EmbeddedRole.Portal))
            Assert.Equal(1, await EmbeddedHome.AskAsync<int>(postgres.ConnectionString, "select 1"));

        Assert.False(sleeper.HasExited);
        sleeper.Kill();
    }

    [Fact]
    public async Task A_killed_server_comes_back_by_itself_with_everything_saved()
    {
        await using var portal = await home.StartAsync(EmbeddedRole.Portal);
        await EmbeddedHome.AskAsync<int>(portal.ConnectionString, "create table survived (n int); insert into survived values (7); select 1");
        var killed = home.ServerProcess;
        using (var server = Process.GetProcessById(killed!.Value)) server.Kill();

        var waited = Stopwatch.StartNew();
        while (home.ServerProcess is null || home.ServerProcess == killed)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(40), "The server did not come back.");
            await Task.Delay(50);
        }

        await portal.EnsureRunningAsync();
        Assert.Equal(7, await SoonAsync(portal, "select n from survived"));
    }

    private static async Task<int> SoonAsync(EmbeddedPostgres postgres, string sql)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await EmbeddedHome.AskAsync<int>(postgres.ConnectionString, sql);
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
        }
    }
}
