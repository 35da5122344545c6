using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data;

public sealed record ExpiredImport(Guid Id, int Number, DateOnly ExpiredOn);

/// <summary>
/// Imports whose by-name use has run out. A family is closed when it is known from such imports only: one brought it and one wrote it last. A change by a person,
/// or by an import still in use, opens it; totals count it all the while.
/// </summary>
public sealed record ExpiredSources(DateOnly On, IReadOnlyList<ExpiredImport> All)
{
    private List<Guid?> Ids => [.. All.Select(e => (Guid?)e.Id)];

    /// <summary>The families that may be listed by name. Costs nothing while nothing has expired.</summary>
    public IQueryable<Household> Open(IQueryable<Household> households)
    {
        if (All.Count == 0) return households;
        var ids = Ids;
        return households.Where(h => !ids.Contains(h.OriginBatchId) || !ids.Contains(h.LastBatchId));
    }

    public IQueryable<HouseholdMember> Open(IQueryable<HouseholdMember> members)
    {
        if (All.Count == 0) return members;
        var ids = Ids;
        return members.Where(m => !ids.Contains(m.Household.OriginBatchId) || !ids.Contains(m.Household.LastBatchId));
    }

    public IQueryable<Enrollment> Open(IQueryable<Enrollment> enrollments)
    {
        if (All.Count == 0) return enrollments;
        var ids = Ids;
        return enrollments.Where(e => !ids.Contains(e.Household.OriginBatchId) || !ids.Contains(e.Household.LastBatchId));
    }

    /// <summary>Refused: KEL-31.</summary>
    public void MustBeOpen(Household household)
    {
        if (All.FirstOrDefault(e => e.Id == household.LastBatchId) is { } last && All.Any(e => e.Id == household.OriginBatchId))
            throw new RuleBrokenException(HouseholdRules.ImportExpired, null, last.Number, Indonesian.LongDate(last.ExpiredOn));
    }

    /// <summary>What a list leaves out of these families. Asks nothing while nothing has expired.</summary>
    public Task<Withheld> WithheldAsync(IQueryable<Household> households, CancellationToken ct)
    {
        if (All.Count == 0) return Task.FromResult(Withheld.None);
        var ids = Ids;
        return CountAsync(households.Where(h => ids.Contains(h.OriginBatchId) && ids.Contains(h.LastBatchId)).Select(h => h.LastBatchId!.Value), "keluarga", ct);
    }

    public Task<Withheld> WithheldAsync(IQueryable<HouseholdMember> members, CancellationToken ct)
    {
        if (All.Count == 0) return Task.FromResult(Withheld.None);
        var ids = Ids;
        return CountAsync(members.Where(m => ids.Contains(m.Household.OriginBatchId) && ids.Contains(m.Household.LastBatchId)).Select(m => m.Household.LastBatchId!.Value), "orang", ct);
    }

    public Task<Withheld> WithheldAsync(IQueryable<Enrollment> enrollments, CancellationToken ct)
    {
        if (All.Count == 0) return Task.FromResult(Withheld.None);
        var ids = Ids;
        return CountAsync(enrollments.Where(e => ids.Contains(e.Household.OriginBatchId) && ids.Contains(e.Household.LastBatchId)).Select(e => e.Household.LastBatchId!.Value), "penerima", ct);
    }

    private async Task<Withheld> CountAsync(IQueryable<Guid> lastBatches, string noun, CancellationToken ct)
    {
        const int limit = PagedList<Household>.ExactLimit;
        var counts = await lastBatches.Take(limit + 1).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var count = counts.Sum(c => c.Count);
        if (count == 0) return Withheld.None;
        var told = count > limit ? $"Lebih dari {Indonesian.Count(limit, noun)}" : Indonesian.Count(count, noun);
        var imports = All.Where(e => counts.Exists(c => c.Key == e.Id)).Select(e => $"impor nomor {e.Number} (berakhir {Indonesian.LongDate(e.ExpiredOn)})");
        var known = count > limit ? "impor yang masa pakainya sudah berakhir" : $"impor yang masa pakainya sudah berakhir: {string.Join(", ", imports)}";
        return new(Math.Min(count, limit), count > limit, $"{told} tidak ditampilkan, karena hanya dikenal dari {known}. Jumlah dan ringkasan tetap memuatnya.");
    }
}

/// <summary>How much a list leaves out because its source has expired, and the sentence that says so; null when it leaves out nothing.</summary>
public sealed record Withheld(int Count, bool IsCapped, string? Sentence)
{
    public static readonly Withheld None = new(0, false, null);
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
            return new ExpiredSources(today, await db.ImportBatches.AsNoTracking().Where(b => b.ExpiresOn < today && b.CommittedAt != null)
                .OrderBy(b => b.Number).Select(b => new ExpiredImport(b.Id, b.Number, b.ExpiresOn!.Value)).ToListAsync(ct));
        });
    }
}
