using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data;

public sealed record ExpiredImport(Guid Id, int Number, DateOnly ExpiredOn);

/// <summary>
/// Imports whose by-name use has run out. A family is closed when it is known from such imports only: one brought it and one wrote it last. A change by a person,
/// or by an import still in use, opens it; totals count it all the while.
/// </summary>
public sealed record ExpiredSources(IReadOnlyList<ExpiredImport> All)
{
    /// <summary>The families that may be listed by name. Costs nothing while nothing has expired.</summary>
    public IQueryable<Household> Open(IQueryable<Household> households)
    {
        if (All.Count == 0) return households;
        var ids = All.Select(e => (Guid?)e.Id).ToList();
        return households.Where(h => h.OriginBatchId == null || h.LastBatchId == null || !ids.Contains(h.OriginBatchId) || !ids.Contains(h.LastBatchId));
    }

    public IQueryable<Household> Closed(IQueryable<Household> households)
    {
        var ids = All.Select(e => (Guid?)e.Id).ToList();
        return households.Where(h => ids.Contains(h.OriginBatchId) && ids.Contains(h.LastBatchId));
    }

    /// <summary>Why one family is closed, or null.</summary>
    public string? SentenceFor(Guid? originBatchId, Guid? lastBatchId) =>
        All.FirstOrDefault(e => e.Id == lastBatchId) is { } last && All.Any(e => e.Id == originBatchId)
            ? $"Data keluarga ini hanya dikenal dari impor nomor {last.Number} yang masa pakainya berakhir pada {Indonesian.LongDate(last.ExpiredOn)}. Minta perpanjangan kepada pemberi data."
            : null;

    /// <summary>For a list that leaves families out; null when it leaves out none.</summary>
    public string? SentenceFor(int closed) => closed == 0
        ? null
        : $"{Indonesian.Count(closed, "keluarga")} tidak ditampilkan: hanya dikenal dari {(All.Count == 1 ? $"impor nomor {All[0].Number}" : "impor")} yang masa pakainya berakhir{(All.Count == 1 ? $" pada {Indonesian.LongDate(All[0].ExpiredOn)}" : "")}.";
}

public sealed class ExpiredImports(TkpkDatabase database, KeptViews kept, KabupatenClock clock)
{
    /// <summary>The same for everybody: batches are out of many readers' scope, their expiry concerns all.</summary>
    public Task<ExpiredSources> RunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return kept.GetAsync((nameof(ExpiredImports), today), async () =>
        {
            await using var db = database.Open(Actor.System("Masa pakai"));
            return new ExpiredSources(await db.ImportBatches.AsNoTracking().Where(b => b.ExpiresOn < today && b.CommittedAt != null)
                .OrderBy(b => b.Number).Select(b => new ExpiredImport(b.Id, b.Number, b.ExpiresOn!.Value)).ToListAsync(ct));
        });
    }
}
