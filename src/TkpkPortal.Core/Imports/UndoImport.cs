using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Takes an import back, saved as a whole or only in part, as far as nobody has changed its families since.</summary>
public sealed class UndoImport(TkpkDbContext db)
{
    /// <summary>Refused: IMP-30.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.Undo(), ct);
}
