using System.Collections.Concurrent;
using Hangfire;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Jobs;

/// <summary>Hands batches to the workers. A job carries the batch's id and nothing else.</summary>
public sealed class ImportJobs(IBackgroundJobClient jobs, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Guid, bool> _waiting = new();

    /// <summary>At once instead of at the sweeper's next round. Twice is harmless.</summary>
    public void Start(Guid batchId)
    {
        if (!_waiting.TryAdd(batchId, true)) return;
        try
        {
            jobs.Enqueue<ImportJobs>(job => job.RunAsync(batchId, CancellationToken.None));
        }
        catch
        {
            _waiting.TryRemove(batchId, out _);
            throw;
        }
    }

    /// <summary>No retry of Hangfire's: what is left undone the sweeper hands out again, and the batch itself counts its tries.</summary>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(Guid batchId, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Impor");
            await scope.ServiceProvider.GetRequiredService<RunImport>().RunAsync(batchId, ct);
        }
        finally
        {
            _waiting.TryRemove(batchId, out _);
        }
    }
}
