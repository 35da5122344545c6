using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>What the closing did. Skipped are proposals that somebody had cancelled or moved meanwhile, by number.</summary>
/// <param name="Until">First day of the latest cycle that postponed ones now count for.</param>
public sealed record ClosedDeliberation(int Worthy, int NotWorthy, int Postponed, DateOnly? Until, IReadOnlyList<string> Skipped);

/// <summary>The musyawarah has spoken and signed: every proposal on its agenda moves by its outcome, in the same transaction.</summary>
public sealed class CloseDeliberation(TkpkDbContext db, CycleCalendarQuery calendarQuery, KabupatenClock clock)
{
    /// <summary>Refused: MSD-01, MSD-04 to MSD-09, USL-02.</summary>
    public async Task<ClosedDeliberation> RunAsync(Guid id, uint version, CancellationToken ct)
    {
        var calendar = await calendarQuery.RunAsync(ct);
        return await db.WriteDeliberationAsync(
            id,
            version,
            async deliberation =>
            {
                var ids = deliberation.Items.Select(i => i.ProposalId).ToList();
                await db.LockProposalsAsync(deliberation.VillageId, ids, ct);
                var proposals = await db.Proposals.Include(p => p.Incoming).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
                var gone = proposals.Where(p => p.Stage != ProposalStage.Submitted).Select(p => p.Id).ToHashSet();
                deliberation.Close(calendar.LeastAttendees, gone, db.Actor, clock.Today, clock.Now);
                foreach (var proposal in proposals.Where(p => !gone.Contains(p.Id)))
                {
                    var item = deliberation.Items.Single(i => i.ProposalId == proposal.Id);
                    proposal.DecideInDeliberation(id, item.Outcome!.Value, item.Reason, NextCycle(proposal, calendar), db.Actor, clock.Now);
                }

                return Told(deliberation, proposals, gone);
            },
            ct);
    }

    /// <summary>Its own while that is still to come; else the one after it, but never one whose submission has already closed.</summary>
    private DateOnly NextCycle(Proposal proposal, CycleCalendar calendar)
    {
        if (proposal.CycleMonth > clock.Today) return proposal.CycleMonth;
        var (after, open) = (proposal.CycleMonth.AddMonths(1), calendar.OpenOn(clock.Today).Month);
        return after > open ? after : open;
    }

    private static ClosedDeliberation Told(VillageDeliberation deliberation, List<Proposal> proposals, HashSet<Guid> gone)
    {
        var moved = deliberation.Items.Where(i => !gone.Contains(i.ProposalId)).ToLookup(i => i.Outcome!.Value, i => i.ProposalId);
        var postponed = proposals.Where(p => moved[DeliberationOutcome.Postponed].Contains(p.Id)).ToList();
        return new(
            moved[DeliberationOutcome.Worthy].Count(), moved[DeliberationOutcome.NotWorthy].Count(), postponed.Count, postponed.Count == 0 ? null : postponed.Max(p => p.CycleMonth),
            [.. proposals.Where(p => gone.Contains(p.Id)).Select(p => ProposalNames.Number(p.CreatedAt.Year, p.Number)).Order(StringComparer.Ordinal)]);
    }
}
