using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>Corrects one member's name or NIK through the use case; the rest stays.</summary>
    public async Task CorrectAsync(Guid householdId, Guid memberId, string? name = null, string? nik = null)
    {
        var view = await RunAsync<OpenHousehold, HouseholdView>(Actor.System("Uji"), u => u.RunAsync(householdId, CancellationToken.None));
        var details = view.Member(memberId).Details;
        await RunAsync<CorrectMember>(Actor.System("Uji"), u => u.RunAsync(householdId, memberId, details with { Name = name ?? details.Name }, nik, false, view.Version, CancellationToken.None));
    }

    /// <summary>As an import leaves its trace: the batch, and what it did to the family.</summary>
    public async Task<ImportBatch> ImportedAsync(Guid householdId, ImportFormat format, IReadOnlyList<FieldChange>? diff, DateTimeOffset at, DateTimeOffset? undoneAt = null)
    {
        await using var db = portal.Open();
        // As a whole: the portal's own sweeper would work on a batch that only waits, and refuse it for want of a file.
        await using var transaction = await db.Database.BeginTransactionAsync();
        var batch = db.ImportBatches.Add(new(format, new("Uji", "Uji", "Bappeda Uji", "400/12", null), "uji.xlsx", null, at)).Entity;
        await db.SaveChangesAsync();
        var state = undoneAt is null ? ImportState.Committed : ImportState.Undone;
        await db.Database.ExecuteSqlAsync($"update import_batches set state = {state.ToString()} where id = {batch.Id}");
        if (diff is null)
        {
            await db.Database.ExecuteSqlAsync($"update households set origin_batch_id = {batch.Id}, registered_at = {at} where id = {householdId}");
            await transaction.CommitAsync();
            return batch;
        }

        var change = new ImportChange { BatchId = batch.Id, HouseholdId = householdId, RowNumber = 2, MergedAt = at, UndoneAt = undoneAt };
        change.SealedDiff = portal.Cipher.Seal(JsonSerializer.Serialize(diff), change.Id);
        db.ImportChanges.Add(change);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id);
    }
}
