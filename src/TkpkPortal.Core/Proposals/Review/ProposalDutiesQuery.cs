using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Review;

/// <param name="OverdueMonths">Cycles whose deadline for this stage has passed.</param>
public sealed record DutyCount(ProposalDuty Duty, int Count, int Overdue, IReadOnlyList<DateOnly> OverdueMonths);

/// <summary>How much waits for this actor, from the kept counts.</summary>
public sealed class ProposalDutiesQuery(TkpkDbContext db, CycleCalendarQuery calendarQuery, KeptViews kept, KabupatenClock clock)
{
    /// <param name="villages">Null for all that the actor may see.</param>
    public async Task<IReadOnlyList<DutyCount>> RunAsync(IReadOnlyCollection<Guid>? villages, ProposalKind? kind, CancellationToken ct)
    {
        if (db.Actor.Role is not { } role) return [];
        var duties = ProposalDuty.Of(role);
        if (duties.Count == 0) return [];
        var calendar = await calendarQuery.RunAsync(ct);
        var counts = await CountsAsync([.. duties.Select(d => d.Stage).Distinct()], villages, ct);
        List<DutyCount> found = [];
        foreach (var duty in duties)
        {
            var kinds = duty.KindsFor(role).Where(k => kind is null || k == kind).ToList();
            var own = counts.Where(c => c.Stage == duty.Stage && kinds.Contains(c.Kind) && c.Count > 0).ToList();
            var late = own.Where(c => duty.HasDeadline && calendar.Of(c.Month).DueOf(duty.Stage) < clock.Today).ToList();
            found.Add(duty == ProposalDuty.OwnData
                ? new(duty, own.Sum(c => c.Count), own.Count == 0 ? 0 : await OwnDataLateAsync(kinds, villages, ct), [])
                : new(duty, own.Sum(c => c.Count), late.Sum(c => c.Count), [.. late.Select(c => c.Month).Distinct().Order()]));
        }

        return found;
    }

    private async Task<List<Counted>> CountsAsync(List<ProposalStage> stages, IReadOnlyCollection<Guid>? villages, CancellationToken ct)
    {
        // Thousands of counts make up a kabupaten's; no name is among them, so they are kept until something is written.
        var reach = (db.Actor.Reach, db.Actor.Reach == Reach.AssignedHouseholds ? db.Actor.UserId : null, string.Join(' ', villages ?? db.Actor.VillageIds));
        return await kept.GetAsync((nameof(ProposalDutiesQuery), reach, villages is null, string.Join(' ', stages)), () => KeptCountsAsync(stages, villages, ct));
    }

    private Task<List<Counted>> KeptCountsAsync(List<ProposalStage> stages, IReadOnlyCollection<Guid>? villages, CancellationToken ct)
    {
        // A pendamping has no counts of desa, and few visits.
        if (db.Actor.Reach == Reach.AssignedHouseholds)
        {
            return In(db.Proposals.AsNoTracking(), villages).Where(p => stages.Contains(p.Stage))
                .GroupBy(p => new { p.Stage, p.Kind, p.CycleMonth }).Select(g => new Counted(g.Key.Stage, g.Key.Kind, g.Key.CycleMonth, g.Count())).ToListAsync(ct);
        }

        var tallies = db.ProposalTallies.AsNoTracking().Where(t => stages.Contains(t.Stage));
        if (villages is not null) tallies = tallies.Where(t => villages.Contains(t.VillageId));
        return tallies.GroupBy(t => new { t.Stage, t.Kind, t.CycleMonth }).Select(g => new Counted(g.Key.Stage, g.Key.Kind, g.Key.CycleMonth, g.Sum(t => t.Count))).ToListAsync(ct);
    }

    /// <summary>The clock of UU PDP runs by the hour, so a count that is seconds old still tells the truth. Whoever has this duty sees the whole kabupaten.</summary>
    private Task<int> OwnDataLateAsync(List<ProposalKind> kinds, IReadOnlyCollection<Guid>? villages, CancellationToken ct)
    {
        var since = clock.Now - ProposalClock.OwnData;
        return kept.GetAsync(
            (nameof(OwnDataLateAsync), db.Actor.Reach, villages is null ? null : string.Join(' ', villages), string.Join(' ', kinds)),
            () => In(db.Proposals.AsNoTracking(), villages).Where(p => p.Stage == ProposalStage.Submitted && kinds.Contains(p.Kind) && p.CreatedAt < since).CountAsync(ct));
    }

    private static IQueryable<Proposal> In(IQueryable<Proposal> proposals, IReadOnlyCollection<Guid>? villages) => villages is null ? proposals : proposals.Where(p => villages.Contains(p.VillageId));

    private sealed record Counted(ProposalStage Stage, ProposalKind Kind, DateOnly Month, int Count);
}
