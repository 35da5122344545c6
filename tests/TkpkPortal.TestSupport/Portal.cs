using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.TestSupport;

/// <summary>The whole portal on a loopback port and a database of its own, cloned from a migrated template.</summary>
public sealed class Portal : IAsyncDisposable
{
    public const string Password = "sandi uji yang panjang";

    private static readonly Lazy<Task<Portal>> SharedPortal = new(() => StartAsync());
    private static readonly Lazy<Task> Template = new(MakeTemplateAsync);
    private static readonly Keyring Keys = Keyring.Generate();
    private static int _number;

    private readonly WebApplication _app;

    private Portal(WebApplication app, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Make = new(this);
    }

    public Uri Address { get; }

    public string ConnectionString { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Builders for areas, agencies, users and what else tests start from.</summary>
    public Builders Make { get; }

    public TkpkDatabase Database => Services.GetRequiredService<TkpkDatabase>();

    public FieldCipher Cipher => Services.GetRequiredService<FieldCipher>();

    /// <summary>The portal most tests share: each makes its own area and agency, so that they do not meet.</summary>
    public static Task<Portal> SharedAsync() => SharedPortal.Value;

    /// <summary>A portal with a database of its own, for tests of totals or of settings. <paramref name="adjust"/> may replace services, e.g. the clock; <paramref name="map"/> may plant an endpoint.</summary>
    public static async Task<Portal> StartAsync(Action<WebApplicationBuilder>? adjust = null, Uri? publicUrl = null, Action<WebApplication>? map = null)
    {
        await Template.Value;
        var name = $"uji_{Environment.ProcessId}_{Interlocked.Increment(ref _number)}";
        await ServerAsync($"create database {name} template tkpk_contoh");
        var connection = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionAsync()) { Database = name, MaxPoolSize = 20, Timeout = 5, MaxAutoPrepare = 100 }.ConnectionString;
        var app = PortalApp.Create(Options(connection, publicUrl), adjust);
        map?.Invoke(app);
        await app.StartAsync();
        return new(app, connection);
    }

    public TkpkDbContext Open(Actor? actor = null) => Database.Open(actor ?? Actor.System("Uji"));

    public Browser Visitor() => new(Address);

    /// <summary>Signs in through the page, as a person does.</summary>
    public async Task<Browser> SignInAsync(Role role, Guid? areaId = null, Guid? agencyId = null)
    {
        var user = await Make.UserAsync(role, areaId, agencyId);
        return await SignInAsync(user.UserName!);
    }

    public async Task<Browser> SignInAsync(string userName)
    {
        var browser = Visitor();
        var answer = await browser.SubmitAsync("/masuk", new() { ["Input.Name"] = userName, ["Input.Password"] = Password });
        return answer.IsRedirect ? browser : throw new InvalidOperationException($"Sign-in answered {answer.Status}: {answer.Text}");
    }

    internal async Task AddUserAsync(PortalUser user)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Web.Access.CurrentActor>().Actor = Actor.System("Uji");
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password);
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }

    /// <summary>Drops the database too: some hundred of them, some 15 MB each, would otherwise lie on the disk until the run's end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await ServerAsync($"drop database {new NpgsqlConnectionStringBuilder(ConnectionString).Database} with (force)");
    }

    private static PortalOptions Options(string connection, Uri? publicUrl = null) => new()
    {
        ConnectionString = connection,
        Keyring = Keys,
        ListenUrl = "http://127.0.0.1:0",
        PublicUrl = publicUrl ?? new("http://127.0.0.1"),
        PasswordRounds = 1000,
        SignInsPerMinute = 1_000_000,
        LogFolder = Environment.GetEnvironmentVariable("TKPK_TEST_LOGS"),
    };

    private static async Task ServerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(await TestCluster.ConnectionAsync());
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MakeTemplateAsync()
    {
        await ServerAsync("create database tkpk_contoh");
        var connection = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionAsync()) { Database = "tkpk_contoh", Pooling = false }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(connection);
        await new Migrator(new TkpkDatabase(source, new FieldCipher(Keys), TimeProvider.System)).RunAsync(CancellationToken.None);
        await JobsSetup.InstallAsync(source, CancellationToken.None);
    }
}
