using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Tests.Data.Secrecy;

/// <summary>The portal as an office runs it: a home of its own with key file, logs and its own PostgreSQL.</summary>
internal sealed class OfficeHome : IAsyncDisposable
{
    private const string Password = "sandi uji yang panjang";

    private readonly EmbeddedHome _home = new();
    private readonly List<Browser> _browsers = [];
    private EmbeddedPostgres _postgres = null!;
    private WebApplication _app = null!;

    public IServiceProvider Services => _app.Services;

    private string KeyFile => Path.Combine(_home.Home, "kunci.json");

    public static async Task<OfficeHome> StartAsync(int families)
    {
        var office = new OfficeHome();
        office._postgres = await office._home.StartAsync(EmbeddedRole.Portal);
        office._app = PortalApp.Create(new()
        {
            ConnectionString = office._postgres.ConnectionString,
            Keyring = Keyring.Load(office.KeyFile, create: true),
            ListenUrl = "http://127.0.0.1:0",
            PublicUrl = new("http://127.0.0.1"),
            PasswordRounds = 1000,
            SignInsPerMinute = 1000,
            LogFolder = Deployment.LogFolderIn(office._home.Home),
        });
        await office.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await office._app.StartAsync();
        await office.RunAsync<DemoSeed>(Actor.System("Uji"), seed => seed.RunAsync(new(families, DemoRequest.UsualSeed, Password), null, CancellationToken.None));
        office.Services.GetRequiredService<Core.Settings.CurrentSettings>().Forget();
        return office;
    }

    public TkpkDbContext Open() => Services.GetRequiredService<TkpkDatabase>().Open(Actor.System("Uji"));

    public Browser Visitor()
    {
        var browser = new Browser(new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        _browsers.Add(browser);
        return browser;
    }

    public async Task<Browser> SignInAsync(string userName)
    {
        var browser = Visitor();
        var answer = await browser.SubmitAsync("/masuk", new() { ["Input.Name"] = userName, ["Input.Password"] = Password });
        return answer.IsRedirect ? browser : throw new InvalidOperationException(answer.Text);
    }

    public async Task RunAsync<TUseCase>(Actor actor, Func<TUseCase, Task> act)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Uploads a file, waits until the portal's own workers stop at a person's decision and, if asked, decides to save.</summary>
    public async Task<ImportState> ImportAsync(byte[] content, string fileName, ImportFormat format, ImportOrigin origin, bool commit)
    {
        var id = Guid.Empty;
        await RunAsync<UploadImport>(Actor.System("Uji"), async upload => id = await upload.RunAsync(new MemoryStream(content), fileName, format, origin, CancellationToken.None));
        var state = await SettledAsync(id);
        if (!commit) return state;
        await RunAsync<CommitImport>(Actor.System("Uji"), step => step.RunAsync(id, CancellationToken.None));
        return await SettledAsync(id);
    }

    private async Task<ImportState> SettledAsync(Guid id)
    {
        await using var db = Open();
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until; await Task.Delay(100))
        {
            var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == id);
            if (!batch.Working && batch.LeasedUntil is null) return batch.State;
        }

        throw new TimeoutException("The import does not come to an end.");
    }

    /// <summary>Every NIK and card number the registry holds, opened with the key.</summary>
    public async Task<HashSet<string>> NumbersAsync()
    {
        await using var db = Open();
        var cipher = Services.GetRequiredService<FieldCipher>();
        var people = await db.HouseholdMembers.Where(m => m.NikCipher != null).Select(m => new { m.Id, m.NikCipher }).ToListAsync();
        var families = await db.Households.Where(h => h.CardNumberCipher != null).Select(h => new { h.Id, h.CardNumberCipher }).ToListAsync();
        return [.. people.Select(p => cipher.Open(p.NikCipher!, p.Id)), .. families.Select(f => cipher.Open(f.CardNumberCipher!, f.Id))];
    }

    /// <summary>What somebody gets who carries off everything but the key file: a dump of the whole database and every other file of the home.</summary>
    public async Task<IReadOnlyCollection<string>> LeaksAsync(IReadOnlySet<string> known)
    {
        var numbers = new PlainNumbers(known);
        foreach (var (table, rows) in ByTable(await DumpAsync())) numbers.Search($"dump, {table}", rows);
        foreach (var file in Directory.EnumerateFiles(_home.Home, "*", SearchOption.AllDirectories))
        {
            // Locks hold nothing and may not be opened.
            if (new FileInfo(file).Length == 0 || file == KeyFile || file.StartsWith(_home.DataFolder, StringComparison.Ordinal) || Path.GetFileName(file).StartsWith(".s.PGSQL", StringComparison.Ordinal)) continue;
            numbers.Search(Path.GetRelativePath(_home.Home, file), await ReadSharedAsync(file));
        }

        return numbers.Found;
    }

    private async Task<string> DumpAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString);
        var program = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)).First(), "bin", "pg_dump");
        string[] arguments = ["--format=plain", "-h", connection.Host!, "-p", $"{connection.Port}", "-U", connection.Username!, connection.Database!];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var dump = Process.Start(start)!;
        var trouble = dump.StandardError.ReadToEndAsync();
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        return dump.ExitCode == 0 ? text : throw new InvalidOperationException(await trouble);
    }

    /// <summary>So that a finding names its table.</summary>
    private static IEnumerable<(string Table, byte[] Rows)> ByTable(string dump)
    {
        foreach (var part in dump.Split("\nCOPY "))
            yield return (part.Split([' ', '\n'], 2)[0], System.Text.Encoding.UTF8.GetBytes(part));
    }

    /// <summary>Logs are being written while they are read.</summary>
    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(b => b.Dispose());
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
        await _home.DisposeAsync();
    }
}
