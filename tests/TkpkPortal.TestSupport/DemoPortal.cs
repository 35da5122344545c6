using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Web.Access;

namespace TkpkPortal.TestSupport;

/// <summary>A portal filled with the demo, for tests of totals and of the demo itself.</summary>
public static class DemoPortal
{
    public static async Task<Portal> StartAsync(int families, int seed)
    {
        var portal = await Portal.StartAsync();
        await FillAsync(portal, families, seed);
        return portal;
    }

    public static async Task<DemoReport> FillAsync(Portal portal, int families, int seed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Uji");
        return await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(new(families, seed, Portal.Password), progress: null, CancellationToken.None);
    }
}
