using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>What the import does, or did, to one family: old to new, field by field. Null where it cannot be read.</summary>
public sealed record ImportChangeRow(Guid HouseholdId, string HeadName, string Village, int Row, ImportChangeKind Kind, IReadOnlyList<FieldChange>? Fields);

public sealed record ImportChangeFilter(ImportChangeKind? Kind, bool OnlyKept);

public sealed class ImportChangesQuery(TkpkDbContext db, FieldCipher cipher, ExpiredImports expired, KabupatenClock clock)
{
    public async Task<IReadOnlyDictionary<ImportChangeKind, int>> KindsAsync(Guid id, CancellationToken ct) =>
        await db.ImportChanges.AsNoTracking().Where(c => c.BatchId == id).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>The first changes of a preview; null in other states, and once the data may no longer be used by name.</summary>
    public async Task<PagedList<ImportChangeRow>?> ShownAsync(ImportBatch batch, int size, CancellationToken ct) =>
        batch is { State: ImportState.Preview, ChangedRecords: > 0, Format: not ImportFormat.CentreAnswers } && !batch.ExpiredOn(clock.Today) ? await RunAsync(batch.Id, new(null, false), page: 1, ct, size) : null;

    /// <summary>Of saved rows the families tell whether they may still be seen; what was never saved closes as a whole. Refused: IMP-58.</summary>
    public async Task<PagedList<ImportChangeRow>> RunAsync(Guid id, ImportChangeFilter filter, int page, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        if (batch.CommittedAt is null) batch.NamesMustBeOpen(clock.Today);
        var changes = db.ImportChanges.AsNoTracking().Where(c => c.BatchId == id);
        if (filter.Kind is { } kind) changes = changes.Where(c => c.Kind == kind);
        if (filter.OnlyKept) changes = changes.Where(c => c.KeptOnUndo);
        var sources = await expired.RunAsync(ct);
        if (sources.All.Count > 0)
        {
            var open = sources.Open(db.Households.AsNoTracking());
            changes = changes.Where(c => open.Any(h => h.Id == c.HouseholdId));
        }

        var list = await changes.OrderBy(c => c.RowNumber).ThenBy(c => c.Id)
            .Select(c => new Stored(c.Id, c.HouseholdId, c.Household.HeadName, db.Areas.Where(a => a.Id == c.Household.VillageId).Select(a => a.Name).First(), c.RowNumber, c.Kind, c.SealedDiff))
            .ToPagedListAsync(page, ct, size);
        return new([.. list.Items.Select(c => c.Open(cipher))], list.Page, list.PageSize, list.Total, list.TotalIsCapped);
    }

    private sealed record Stored(Guid Id, Guid HouseholdId, string HeadName, string Village, int Row, ImportChangeKind Kind, byte[] SealedDiff)
    {
        public ImportChangeRow Open(FieldCipher cipher) => new(
            HouseholdId, HeadName, Village, Row, Kind,
            cipher.TryOpen(SealedDiff, Id) is { } json ? [.. JsonSerializer.Deserialize<List<FieldChange>>(json)!.Select(Masked)] : null);

        private static FieldChange Masked(FieldChange change) => new(change.Field, Mask(change.Old), Mask(change.New));

        private static string? Mask(string? value) => value is null ? null : CellMask.Of(value);
    }
}
