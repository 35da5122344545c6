using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>A person says no; nothing has changed.</summary>
public sealed class RefuseImport(TkpkDbContext db)
{
    /// <summary>Refused: IMP-30.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.Refuse(), ct);
}
