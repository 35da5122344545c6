using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Imports the worker is busy with, but for the one on the page.</summary>
public sealed class RunningImportsQuery(TkpkDbContext db)
{
    private const int Most = 5;

    private static readonly ImportState[] Working = [ImportState.Uploaded, ImportState.Read, ImportState.Committing, ImportState.Undoing];

    public Task<List<ImportView>> RunAsync(Guid? besides, CancellationToken ct) =>
        db.ImportBatches.AsNoTracking().Where(b => Working.Contains(b.State) && b.Id != besides).OrderBy(b => b.Number).Take(Most)
            .Select(b => new ImportView(b, null, null, null)).ToListAsync(ct);
}
