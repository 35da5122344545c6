using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>The agenda becomes exactly the proposals chosen; what stays on it keeps its outcome.</summary>
public sealed class SetDeliberationAgenda(TkpkDbContext db, AuditTrail trail)
{
    /// <summary>Refused: MSD-01, MSD-02, MSD-11, MSD-13.</summary>
    /// <returns>How many stand on it now.</returns>
    public Task<int> RunAsync(Guid id, IReadOnlyCollection<Guid> chosen, uint version, CancellationToken ct) => db.WriteDeliberationAsync(
        id,
        version,
        async deliberation =>
        {
            var before = deliberation.Items.Select(i => i.ProposalId).ToList();
            var added = chosen.Distinct().Except(before).ToList();
            await db.LockProposalsAsync(deliberation.VillageId, added, ct);
            foreach (var gone in before.Except(chosen)) deliberation.Drop(gone);
            foreach (var proposal in await WaitingAsync(added, ct)) deliberation.TakeUp(proposal);
            await TellAsync(deliberation, before, ct);
            return deliberation.Items.Count;
        },
        ct);

    /// <summary>Those that have waited longest come first.</summary>
    private async Task<List<Proposal>> WaitingAsync(List<Guid> ids, CancellationToken ct)
    {
        var proposals = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SubmittedAt).ThenBy(p => p.Id).ToListAsync(ct);
        if (proposals.Count < ids.Count) throw new RecordNotFoundException();
        var taken = await db.DeliberationItems.Where(i => ids.Contains(i.ProposalId) && i.Deliberation.ClosedAt == null).Select(i => (Guid?)i.ProposalId).FirstOrDefaultAsync(ct);
        return taken is null ? proposals : throw new RuleBrokenException(DeliberationRules.OnAnotherAgenda, null, proposals.Single(p => p.Id == taken).HeadName);
    }

    private async Task TellAsync(VillageDeliberation deliberation, List<Guid> before, CancellationToken ct)
    {
        var after = deliberation.Items.Select(i => i.ProposalId).ToList();
        if (before.SequenceEqual(after)) return;
        var numbers = await db.Proposals.AsNoTracking().NumbersAsync(before.Union(after), ct);
        trail.Tell(db, deliberation, [new("Agenda", List(before), List(after))]);

        string List(List<Guid> ids) => string.Join(", ", ids.Select(numbers.GetValueOrDefault));
    }
}
