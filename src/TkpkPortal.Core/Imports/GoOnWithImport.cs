using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>More than half of the rows are bad, and a person wants to see the rest.</summary>
public sealed class GoOnWithImport(TkpkDbContext db)
{
    /// <summary>Refused: IMP-30.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.GoOnAnyway(), ct);
}
