using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>One step a person takes with a batch.</summary>
internal static class ImportStep
{
    /// <summary>
    /// Holds the batch's row meanwhile: the worker writes its progress every second, and a person's step must not be lost to that.
    /// What follows from the step is done in the name of who took it.
    /// </summary>
    public static async Task TakeAsync(TkpkDbContext db, Guid id, Func<ImportBatch, Task> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from import_batches where id = {id} for update", ct);
        var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        await act(batch);
        batch.AskedFor(db.Actor.UserId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public static Task TakeAsync(TkpkDbContext db, Guid id, Action<ImportBatch> act, CancellationToken ct) => TakeAsync(
        db,
        id,
        batch =>
        {
            act(batch);
            return Task.CompletedTask;
        },
        ct);
}
