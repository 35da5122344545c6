using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports;

/// <summary>A family an import speaks of. <see cref="Id"/> is null before it is saved, <see cref="Row"/> after.</summary>
public sealed record ImportFamily(Guid? Id, string HeadName, string Village, int Members, int? Row);

/// <summary>Families of the registry by what an import has to do with them.</summary>
public sealed class ImportFamiliesQuery(TkpkDbContext db, ExpiredImports expired)
{
    /// <summary>Made by the import and still held.</summary>
    public async Task<PagedList<ImportFamily>> RunAsync(Guid id, int page, CancellationToken ct) =>
        await Rows((await expired.RunAsync(ct)).Open(db.Households.Where(h => h.OriginBatchId == id))).ToPagedListAsync(page, ct);

    /// <summary>What an undo left as it is.</summary>
    public async Task<PagedList<ImportFamily>> KeptAsync(Guid id, int page, CancellationToken ct)
    {
        // Two indexed sets; an OR of both reads the whole registry.
        var kept = db.Households.Where(h => h.OriginBatchId == id).Select(h => h.Id)
            .Union(db.ImportChanges.Where(c => c.BatchId == id && c.KeptOnUndo).Select(c => c.HouseholdId));
        return await Rows((await expired.RunAsync(ct)).Open(db.Households.Where(h => kept.Contains(h.Id)))).ToPagedListAsync(page, ct);
    }

    private IQueryable<ImportFamily> Rows(IQueryable<Household> households) =>
        households.AsNoTracking().OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id)
            .Select(h => new ImportFamily(h.Id, h.HeadName, db.Areas.Where(a => a.Id == h.VillageId).Select(a => a.Name).First(), h.MemberCount, null));
}
