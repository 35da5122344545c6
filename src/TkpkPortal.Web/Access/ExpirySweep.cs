using System.Data.Common;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Access;

/// <summary>Once at start and once an hour, deletes expired sessions, old form keys and old counters.</summary>
internal sealed class ExpirySweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpirySweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Pembersihan");
                await scope.ServiceProvider.GetRequiredService<PurgeExpired>().RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException { InnerException: DbException })
            {
                log.LogWarning(e, "Expired rows were not deleted; the next round tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
