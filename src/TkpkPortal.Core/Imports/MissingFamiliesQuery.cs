using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Families held in the desa of the file, but not in the file.</summary>
public sealed class MissingFamiliesQuery(TkpkDbContext db)
{
    public Task<PagedList<ImportFamily>> RunAsync(Guid id, int page, CancellationToken ct)
    {
        var matched = db.ImportChunks.Where(c => c.BatchId == id).SelectMany(c => c.Matched);
        var villages = db.Households.Where(h => matched.Contains(h.Id)).Select(h => h.VillageId).Distinct();
        return db.Households.AsNoTracking().Where(h => h.LeftOn == null && h.OriginBatchId != id && villages.Contains(h.VillageId) && !matched.Contains(h.Id))
            .OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id)
            .Select(h => new ImportFamily(h.Id, h.HeadName, db.Areas.Where(a => a.Id == h.VillageId).Select(a => a.Name).First(), h.MemberCount, null))
            .ToPagedListAsync(page, ct);
    }
}
