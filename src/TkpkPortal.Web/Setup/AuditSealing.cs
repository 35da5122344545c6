using TkpkPortal.Core.Audit;

namespace TkpkPortal.Web.Setup;

/// <summary>Seals the trail every few seconds for as long as the portal runs. A database that is away only delays it.</summary>
internal sealed class AuditSealing(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuditSealing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SealAuditTrail>().RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The audit trail could not be sealed now; it will be tried again.");
            }
        }
    }
}
