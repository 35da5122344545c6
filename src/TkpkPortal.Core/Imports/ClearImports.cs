using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Thirty days after an import ended its file, staged rows, plans and problems go. Counts, origin and the row diff stay.</summary>
public sealed class ClearImports(TkpkDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How many batches were cleared. Each is one transaction; one that is cut short is done again.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - Kept;
        var due = await db.ImportBatches.AsNoTracking()
            .Where(b => b.ClearedAt == null && ((b.UndoneAt != null ? b.UndoneAt : b.CommittedAt) < before || (b.State == ImportState.Refused && b.UploadedAt < before)))
            .Where(b => b.State == ImportState.Committed || b.State == ImportState.Undone || b.State == ImportState.Refused)
            .Select(b => b.Id).ToListAsync(ct);
        foreach (var id in due) await ClearAsync(id, ct);
        return due.Count;
    }

    private async Task ClearAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ImportFileParts.Where(p => p.BatchId == id).ExecuteDeleteAsync(ct);
        await db.ImportPieces.Where(p => p.BatchId == id).ExecuteDeleteAsync(ct);
        await db.ImportProblems.Where(p => p.BatchId == id).ExecuteDeleteAsync(ct);
        await db.ImportChanges.Where(c => c.BatchId == id && c.MergedAt == null).ExecuteDeleteAsync(ct);
        await db.ImportChunks.Where(c => c.BatchId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedPlan, (byte[]?)null), ct);
        await db.ImportBatches.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClearedAt, time.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
    }
}
