using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Imports.Running;

namespace TkpkPortal.Core.Imports;

/// <summary>Families an import adds: from its sealed plans while it waits for a person, from the registry once saved.</summary>
public sealed class NewFamiliesQuery(TkpkDbContext db, ImportFamiliesQuery families, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IMP-58.</summary>
    public async Task<PagedList<ImportFamily>> RunAsync(Guid id, int page, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        batch.NamesMustBeOpen(clock.Today);
        return batch.State is ImportState.Preview or ImportState.AwaitingAnswer ? await PlannedAsync(batch, Math.Max(1, page), ct) : await families.RunAsync(id, page, ct);
    }

    /// <summary>Opens only the plans the page lies in: the ledger tells how many new families each holds.</summary>
    private async Task<PagedList<ImportFamily>> PlannedAsync(ImportBatch batch, int page, CancellationToken ct)
    {
        const int size = Paging.DefaultSize;
        var chunks = await db.ImportChunks.AsNoTracking().Where(c => c.BatchId == batch.Id && c.NewRecords > 0).OrderBy(c => c.Bucket).Select(c => new { c.Id, c.NewRecords }).ToListAsync(ct);
        var (skip, rows) = ((page - 1) * size, new List<Planned>());
        var fields = new FamilyFields(LayoutJson.Read(batch.Format, batch.Columns));
        foreach (var chunk in chunks)
        {
            if (rows.Count == size) break;
            if (skip >= chunk.NewRecords)
            {
                skip -= chunk.NewRecords;
                continue;
            }

            rows.AddRange((await OpenAsync(chunk.Id, fields, ct)).Skip(skip).Take(size - rows.Count));
            skip = 0;
        }

        return new([.. await NamedAsync(rows, ct)], page, size, chunks.Sum(c => c.NewRecords), false);
    }

    private async Task<IEnumerable<Planned>> OpenAsync(Guid chunkId, FamilyFields fields, CancellationToken ct)
    {
        var plan = await db.ImportChunks.AsNoTracking().Where(c => c.Id == chunkId).Select(c => c.SealedPlan).SingleAsync(ct);
        return plan is null ? [] : ChunkPlan.Open(plan, chunkId, fields, cipher).Families.Where(f => f.Held is null).Select(f => Planned.Of(f.Group, fields)).OrderBy(f => f.Row);
    }

    private async Task<IEnumerable<ImportFamily>> NamedAsync(List<Planned> rows, CancellationToken ct)
    {
        var codes = rows.Select(r => r.VillageCode).Distinct().ToList();
        var names = await db.Areas.AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, a => a.Name, ct);
        return rows.Select(r => new ImportFamily(null, r.HeadName, names.GetValueOrDefault(r.VillageCode, r.VillageCode), r.Members, r.Row));
    }

    private sealed record Planned(string HeadName, string VillageCode, int Members, int Row)
    {
        public static Planned Of(FamilyGroup group, FamilyFields fields)
        {
            var head = group.Rows.Find(fields.IsHead) ?? group.Rows[0];
            var village = group.Rows.Select(r => FamilyFields.Stated(r, fields.Village)).FirstOrDefault(v => v is not null) ?? "";
            return new(fields.NameIn(head) ?? "", village, group.Rows.Count, group.Rows[0].Number);
        }
    }
}
