using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>What an undo would do now: families that go, families that get their old facts back, families changed or used since and that therefore stay.</summary>
public sealed record ImportUndo(int Removed, int Restored, int Kept);

public sealed class ImportUndoQuery(TkpkDbContext db)
{
    public async Task<ImportUndo> RunAsync(Guid id, CancellationToken ct)
    {
        var made = await db.Households.Where(h => h.OriginBatchId == id)
            .GroupBy(h => h.LastBatchId == id && !db.Enrollments.Any(e => e.HouseholdId == h.Id) && !db.HouseholdAssignments.Any(a => a.HouseholdId == h.Id))
            .Select(g => new { Untouched = g.Key, Count = g.Count() }).ToListAsync(ct);
        var changed = await db.ImportChanges.Where(c => c.BatchId == id && c.MergedAt != null).GroupBy(c => c.Household.LastBatchId == id)
            .Select(g => new { Untouched = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(
            made.Where(g => g.Untouched).Sum(g => g.Count),
            changed.Where(g => g.Untouched).Sum(g => g.Count),
            made.Concat(changed).Where(g => !g.Untouched).Sum(g => g.Count));
    }
}
