using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Setup;

/// <summary>Runs the portal until it is asked to stop; then requests under way get their time, and the database is the last to go.</summary>
internal static class ServeVerb
{
    private static readonly TimeSpan RequestsMayTake = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(VerbContext context, bool allowNetwork, CancellationToken ct)
    {
        try
        {
            await using var deployment = await Deployment.OpenAsync(context, EmbeddedRole.Portal, ct);
            await using var app = PortalApp.Create(deployment.Options, builder => builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = RequestsMayTake));
            var isDemo = await PrepareAsync(context, deployment, app.Services, allowNetwork, ct);
            await ListenAsync(app, deployment.Options.ListenUrl, ct);
            await AnnounceAsync(context, deployment, app, isDemo);
            await app.WaitForShutdownAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop before it listened: that, too, is an orderly end.
        }

        await context.Output.WriteLineAsync("Portal berhenti.");
        return 0;
    }

    /// <summary>Tables, and on the first start the demo. True when the portal shows demo data.</summary>
    private static async Task<bool> PrepareAsync(VerbContext context, Deployment deployment, IServiceProvider services, bool allowNetwork, CancellationToken ct)
    {
        await JobsSetup.MigrateAsync(services, ct);
        var settings = services.GetRequiredService<CurrentSettings>();
        var isDemo = (await settings.GetAsync(ct)).Settings.IsSample;
        var makeDemo = !isDemo && deployment.IsEmbedded && WantsDemo(context) && await VerbScope.AsSystemAsync(services, s => s.GetRequiredService<DemoSeed>().IsUnusedAsync(ct));
        if (!isDemo && !makeDemo) return false;
        if (!allowNetwork && !ListenAddress.Parse(deployment.Options.ListenUrl).All(ListenAddress.IsLoopback))
            throw new VerbException("Portal berisi data contoh hanya boleh dibuka dari komputer ini, sebab kata sandinya dipakai bersama; tambahkan --izinkan-jaringan bila memang diperlukan.");
        if (makeDemo) await DemoMaker.RunAsync(context, services, deployment.Home, DemoRequest.UsualFamilies, DemoRequest.UsualSeed, ct);
        return true;
    }

    private static bool WantsDemo(VerbContext context) => context.Configured("TKPK_DEMO")?.ToUpperInvariant() is not ("TIDAK" or "NO" or "FALSE" or "0");

    private static async Task ListenAsync(WebApplication app, string address, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException trouble) when (trouble.InnerException is AddressInUseException)
        {
            throw new VerbException($"Alamat {address} sedang dipakai program lain; hentikan program itu, atau tentukan alamat lain lewat TKPK_URL.");
        }
        catch (System.Net.Sockets.SocketException trouble)
        {
            throw new VerbException($"Portal tidak dapat mendengarkan di {address} ({trouble.SocketErrorCode}); tentukan alamat lain lewat TKPK_URL.");
        }
    }

    private static async Task AnnounceAsync(VerbContext context, Deployment deployment, WebApplication app, bool isDemo)
    {
        var listens = string.Join(", ", app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);
        await context.Output.WriteLineAsync($"TkpkPortal berjalan di {listens}");
        if (deployment.Options.PublicUrl.ToString().TrimEnd('/') is var known && context.Configured("TKPK_PUBLIC_URL") is not null) await context.Output.WriteLineAsync($"Alamat untuk pengguna: {known}");
        if (isDemo)
        {
            await context.Output.WriteLineAsync($"Akun contoh: {string.Join(", ", DemoSeed.UserNames)}");
            await context.Output.WriteLineAsync(DemoPassword.Read(deployment.Home) is { } password
                ? $"Kata sandi contoh: {password}"
                : $"Berkas {DemoPassword.PathIn(deployment.Home)} tidak ada; kata sandi contoh hanya diketahui pembuatnya.");
        }

        await context.Output.WriteLineAsync(deployment.IsEmbedded ? $"Data, kunci, dan catatan ada di {deployment.Home}" : $"Kunci dan catatan ada di {deployment.Home}; data ada di server PostgreSQL Anda");
        await context.Output.WriteLineAsync("Untuk menghentikan portal, tekan Ctrl-C.");
        await context.Output.FlushAsync();
    }
}
