using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>How every act on a musyawarah is read and saved.</summary>
internal static class DeliberationDesk
{
    /// <summary>
    /// Reads it whole and touches its own row, whatever part of it was written: the second of two people who write at once is told what the first saved,
    /// and nothing is added behind the back of its closing.
    /// </summary>
    public static async Task<T> WriteDeliberationAsync<T>(this TkpkDbContext db, Guid id, uint version, Func<VillageDeliberation, Task<T>> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var deliberation = await db.VillageDeliberations.Include(d => d.Items).Include(d => d.Attendees).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, ct)
            ?? throw new RecordNotFoundException();
        db.ExpectVersion(deliberation, version);
        var result = await act(deliberation);
        db.Entry(deliberation).Property(d => d.HeldOn).IsModified = true;
        await db.SaveProposalsAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    public static Task WriteDeliberationAsync(this TkpkDbContext db, Guid id, uint version, Action<VillageDeliberation> act, CancellationToken ct) =>
        db.WriteDeliberationAsync(
            id,
            version,
            deliberation =>
            {
                act(deliberation);
                return Task.FromResult(true);
            },
            ct);

    /// <summary>Nobody moves these proposals, or takes them on another agenda, until the transaction ends. In one order, so that two writers cannot wait for each other.</summary>
    public static Task LockProposalsAsync(this TkpkDbContext db, Guid villageId, IEnumerable<Guid> ids, CancellationToken ct)
    {
        Guid[] all = [.. ids];
        return db.Database.ExecuteSqlAsync($"select 1 from proposals where id = any({all}) and village_id = {villageId} order by id for update", ct);
    }

    /// <summary>Agenda, outcomes and attendance are no nouns of their own in the trail: the musyawarah tells what changed in them.</summary>
    public static void Tell(this AuditTrail trail, TkpkDbContext db, VillageDeliberation deliberation, IReadOnlyList<FieldChange> changes)
    {
        if (changes.Count == 0) return;
        var entry = new AuditEntry(AuditAction.Update, nameof(VillageDeliberation), deliberation.Id, ((IAudited)deliberation).AuditName);
        trail.Add(db, entry, villageId: deliberation.VillageId, changes: changes);
    }

    /// <summary>"2026-000123" for each.</summary>
    public static async Task<Dictionary<Guid, string>> NumbersAsync(this IQueryable<Proposal> proposals, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToList();
        return (await proposals.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.CreatedAt, p.Number }).ToListAsync(ct)).ToDictionary(p => p.Id, p => ProposalNames.Number(p.CreatedAt.Year, p.Number));
    }

    /// <summary>What is typed here stands in clear, and on paper. Refused: IDN-11.</summary>
    public static void Check(DeliberationDetails details)
    {
        FreeText.MustHoldNoNumber(details.Place, nameof(details.Place));
        FreeText.MustHoldNoNumber(details.ChairName, nameof(details.ChairName));
        FreeText.MustHoldNoNumber(details.ChairTitle, nameof(details.ChairTitle));
        FreeText.MustHoldNoNumber(details.NoteTaker, nameof(details.NoteTaker));
        FreeText.MustHoldNoNumber(details.MinutesNumber, nameof(details.MinutesNumber));
        FreeText.MustHoldNoNumber(details.Notes, nameof(details.Notes));
    }
}
