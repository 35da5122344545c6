using System.Diagnostics;
using Npgsql;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Tests.Data;

/// <summary>A home in a temporary folder for one class of tests; its cluster is made by the first test that starts it.</summary>
public sealed class EmbeddedHome : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tkpk-test-").FullName;

    public EmbeddedHome()
    {
        // A server that runs under another account than root must be able to pass through.
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
    }

    public string Home => Path.Combine(_folder, "home");

    public string DataFolder => Path.Combine(Home, "postgres", "data");

    public string Beside(string name) => Path.Combine(_folder, name);

    public int? ServerProcess => Postmaster.Find(DataFolder)?.ProcessId;

    public Task<EmbeddedPostgres> StartAsync(EmbeddedRole role) => EmbeddedPostgres.StartAsync(Home, role);

    public static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (ServerProcess is not null) await using (await StartAsync(EmbeddedRole.Verb)) { }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a program that a test needs as another process.</summary>
    public static Process Run(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
}
