using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data;

internal static class AnswerReleases
{
    /// <summary>The ranking that an import of the centre's answers brought its deciles from. The import itself has recorded it.</summary>
    public static Task<DecileRelease?> AnswerReleaseAsync(this TkpkDbContext db, Guid batchId, CancellationToken ct) => db.DecileReleases.AsNoTracking()
        .Where(r => db.ImportBatches.Any(b => b.Id == batchId && b.DecileSource == r.Source && b.DecileReleasedOn == r.ReleasedOn)).SingleOrDefaultAsync(ct);
}
