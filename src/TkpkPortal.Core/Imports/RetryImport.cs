using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Lets the worker take up what it gave up.</summary>
public sealed class RetryImport(TkpkDbContext db)
{
    /// <summary>Refused: IMP-30.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.TryAgain(), ct);
}
