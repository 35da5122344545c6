using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Asks the worker to stop; what went in already is taken back.</summary>
public sealed class CancelImport(TkpkDbContext db)
{
    /// <summary>Refused: IMP-30.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.Cancel(), ct);
}
