using System.Text.RegularExpressions;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Faults;

/// <summary>A folder for a portal that is going to be killed, with an admin who can sign in.</summary>
public sealed partial class FaultHome : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tkpk-gangguan-").FullName;

    public FaultHome() =>
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    public string Home => Path.Combine(_folder, "home");

    public int Port { get; } = ServeProcess.FreePort();

    public Task<ServeProcess> StartAsync() => ServeProcess.StartAsync(Home, Port);

    /// <summary>Takes the way a new office takes: create-admin, the one-time link, a password, sign in.</summary>
    public async Task<string> MakeAdminAsync(ServeProcess portal)
    {
        var told = await ServeProcess.VerbAsync(Home, Port, "create-admin", "--nama-pengguna", "admin");
        using var browser = new Browser(portal.Address);
        var answer = await browser.SubmitAsync(InvitationPath().Match(told).Value, new() { ["Input.Password"] = Portal.Password });
        return answer.IsRedirect ? "admin" : throw new InvalidOperationException($"The invitation answered {answer.Status}: {answer.Text}");
    }

    public static async Task<Browser> SignInAsync(ServeProcess portal, string userName)
    {
        var browser = new Browser(portal.Address);
        var answer = await browser.SubmitAsync("/masuk", new() { ["Input.Name"] = userName, ["Input.Password"] = Portal.Password });
        return answer.IsRedirect ? browser : throw new InvalidOperationException($"Sign-in answered {answer.Status}: {answer.Text}");
    }

    /// <summary>Asks the database itself, beside the portal or without it.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(Home, EmbeddedRole.Verb);
        return await Data.EmbeddedHome.AskAsync<T>(postgres.ConnectionString, sql);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"/undangan/\S+")]
    private static partial Regex InvitationPath();
}
