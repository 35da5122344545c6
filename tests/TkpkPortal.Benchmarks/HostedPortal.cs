using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Benchmarks.Pages;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Benchmarks;

/// <summary>The whole portal in this process, with the reference page added, on its own PostgreSQL as it runs in an office: fsync on.</summary>
internal sealed class HostedPortal : IAsyncDisposable
{
    internal const string Password = "sandi ukur yang panjang";

    private readonly EmbeddedPostgres _postgres;
    private readonly WebApplication _app;

    private readonly int _server;

    private HostedPortal(EmbeddedPostgres postgres, WebApplication app, string home)
    {
        (_postgres, _app) = (postgres, app);
        _server = Postmaster.Find(Path.Combine(home, "postgres", "data"))!.ProcessId;
    }

    /// <summary>Processor time spent so far by this process and by its PostgreSQL.</summary>
    public (TimeSpan Own, TimeSpan Database) Cpu => (System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime, ProcessTree.Cpu(_server));

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => _app.Services;

    public static async Task<HostedPortal> StartAsync(string home)
    {
        var postgres = await EmbeddedPostgres.StartAsync(home, EmbeddedRole.Portal);
        var options = new PortalOptions
        {
            ConnectionString = postgres.ConnectionString,
            Keyring = Keyring.Load(Path.Combine(home, "kunci.json"), create: true),
            ListenUrl = "http://127.0.0.1:0",
            PublicUrl = new("http://127.0.0.1"),
            LogFolder = Path.Combine(home, "log"),
            SignInsPerMinute = 1000,
        };
        var app = PortalApp.Create(options, builder => builder.Services.AddRazorPages().AddApplicationPart(typeof(R0Model).Assembly));
        await JobsSetup.MigrateAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new(postgres, app, home);
    }

    /// <summary>Null when the folder given holds a demo already.</summary>
    public async Task<DemoReport?> FillAsync(int families, int proposals = 0)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Pengukuran");
        var seed = scope.ServiceProvider.GetRequiredService<DemoSeed>();
        if (!await seed.IsUnusedAsync(CancellationToken.None)) return null;
        var request = new DemoRequest(families, DemoRequest.UsualSeed, Password);
        var report = await seed.RunAsync(proposals == 0 ? request : request with { Proposals = proposals }, null, CancellationToken.None);
        Services.GetRequiredService<Core.Settings.CurrentSettings>().Forget();
        return report;
    }

    public TkpkDbContext Open() => Services.GetRequiredService<TkpkDatabase>().Open(Actor.System("Pengukuran"));

    /// <summary>As if somebody had saved something: kept views are read anew.</summary>
    public void NoteChange() => Services.GetRequiredService<TkpkDatabase>().NoteChange();

    public Task<Visitor> SignInAsync(string userName) => Visitor.SignInAsync(Address, userName, Password);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}

/// <summary>A signed-in browser that accepts gzip and reads each body to its end without unpacking it: unpacking is the reader's time, not the portal's.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(Uri address, Browser browser)
    {
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = browser.Cookies }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
    }

    public static async Task<Visitor> SignInAsync(Uri address, string userName, string password)
    {
        using var browser = new Browser(address);
        var answer = await browser.SubmitAsync("/masuk", new() { ["Input.Name"] = userName, ["Input.Password"] = password });
        return answer.IsRedirect ? new(address, browser) : throw new InvalidOperationException($"Masuk sebagai {userName} dijawab {answer.Status}: {answer.Text}");
    }

    /// <summary>The body as it came over the wire.</summary>
    public async Task<byte[]> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();
}
