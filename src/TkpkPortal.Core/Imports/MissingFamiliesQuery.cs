using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Merging;

namespace TkpkPortal.Core.Imports;

/// <summary>Families held in the desa of the file, but not in the file; of a list of recipients, those who receive the program and are not in it.</summary>
public sealed class MissingFamiliesQuery(TkpkDbContext db, FieldCipher cipher, ExpiredImports expired)
{
    public async Task<PagedList<ImportFamily>> RunAsync(Guid id, int page, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        var matched = db.ImportChunks.Where(c => c.BatchId == id).SelectMany(c => c.Matched);
        var held = batch.ProgramId is { } program
            ? db.Households.Where(h => db.Enrollments.Any(e => e.HouseholdId == h.Id && e.ProgramId == program && e.EndedOn == null))
            : HeldIn(await VillagesAsync(id, ct), matched, id);
        return await (await expired.RunAsync(ct)).Open(held.AsNoTracking()).Where(h => !matched.Contains(h.Id)).OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id)
            .Select(h => new ImportFamily(h.Id, h.HeadName, db.Areas.Where(a => a.Id == h.VillageId).Select(a => a.Name).First(), h.MemberCount, null))
            .ToPagedListAsync(page, ct);
    }

    /// <summary>Families the import itself made are in the file, though they were not held when it was checked.</summary>
    private IQueryable<Household> HeldIn(List<Guid> planned, IQueryable<Guid> matched, Guid id)
    {
        var villages = db.Households.Where(h => matched.Contains(h.Id)).Select(h => h.VillageId).Distinct();
        return db.Households.Where(h => h.LeftOn == null && h.OriginBatchId != id && (villages.Contains(h.VillageId) || planned.Contains(h.VillageId)));
    }

    /// <summary>The desa the plans write to.</summary>
    private async Task<List<Guid>> VillagesAsync(Guid id, CancellationToken ct)
    {
        var villages = new HashSet<Guid>();
        await foreach (var chunk in db.ImportChunks.AsNoTracking().Where(c => c.BatchId == id && c.SealedPlan != null).Select(c => new { c.Id, c.SealedPlan }).AsAsyncEnumerable().WithCancellation(ct))
            villages.UnionWith(ChunkPlan.VillagesOf(chunk.SealedPlan!, chunk.Id, cipher));
        return [.. villages];
    }
}
