using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>A person has seen the preview and lets the good rows in.</summary>
public sealed class CommitImport(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: IMP-30, IMP-31, IMP-62.</summary>
    public Task RunAsync(Guid id, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => batch.Commit(clock.Today), ct);
}
