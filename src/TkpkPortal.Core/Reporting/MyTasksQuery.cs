using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Reporting;

public sealed record NextMeeting(Guid Id, string Title, DateOnly Date, TimeOnly StartsAt, string Place);

/// <summary>Budget lines without a report for the quarter that ended last.</summary>
public sealed record UnreportedLines(int Year, int Quarter, int Count, int Of);

/// <summary>Families this actor answers for. <see cref="WithoutNik"/> counts people, exact to 1,000.</summary>
public sealed record FamilyDuties(int Households, int TargetUnreached, int WithoutNik, int TargetDecile);

/// <summary>What waits for this actor; a part is null where the role has nothing to do with it.</summary>
public sealed record MyTasks(DateOnly Today, UnreportedLines? Reports, FollowUpOverview? FollowUps, NextMeeting? Next, int MinutesWaiting, Guid? MinutesWaitingId, FamilyDuties? Families)
{
    /// <summary>Proposals that wait for this role, one line a duty; none where nothing waits.</summary>
    public IReadOnlyList<DutyCount> Proposals { get; init; } = [];
}

public sealed class MyTasksQuery(TkpkDbContext db, Actor actor, KabupatenClock clock, CurrentSettings settings, FollowUpOverviewQuery followUps, ProposalDutiesQuery duties)
{
    public async Task<MyTasks> RunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var meets = actor.May(Permission.ViewMeetings);
        var waiting = meets ? await db.Meetings.Where(m => m.Date < today && m.Status == MeetingStatus.Planned).OrderBy(m => m.Date).Select(m => m.Id).ToListAsync(ct) : [];
        return new(
            today,
            actor.May(Permission.ReportRealization) ? await ReportsAsync(today, ct) : null,
            actor.May(Permission.ViewFollowUps) ? await followUps.RunAsync(today, actor.Reach == Reach.Agency ? actor.AgencyId : null, ct) : null,
            meets ? await db.Meetings.Where(m => m.Date >= today).OrderBy(m => m.Date).ThenBy(m => m.StartsAt).Select(m => new NextMeeting(m.Id, m.Title, m.Date, m.StartsAt, m.Place)).FirstOrDefaultAsync(ct) : null,
            waiting.Count,
            waiting.Count > 0 ? waiting[0] : null,
            actor.May(Permission.ViewHouseholds) ? await FamiliesAsync(ct) : null)
        {
            Proposals = actor.May(Permission.ViewProposals) ? [.. (await duties.RunAsync(null, null, ct)).Where(d => d.Count > 0)] : [],
        };
    }

    private async Task<UnreportedLines> ReportsAsync(DateOnly today, CancellationToken ct)
    {
        var (year, quarter) = BudgetSummaryQuery.LastEnded(today);
        var lines = db.BudgetLines.Where(l => l.Year == year);
        var counts = await lines.GroupBy(l => l.Realizations.Any(r => r.Quarter == quarter)).Select(g => new { Reported = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(year, quarter, counts.Where(c => !c.Reported).Sum(c => c.Count), counts.Sum(c => c.Count));
    }

    private async Task<FamilyDuties> FamiliesAsync(CancellationToken ct)
    {
        var target = (await settings.GetAsync(ct)).Settings.TargetDecile;
        var withoutNik = await db.HouseholdMembers.Where(m => m.NikDigest == null && m.LeftOn == null && m.Household.LeftOn == null).Take(PagedList<Household>.ExactLimit + 1).CountAsync(ct);
        if (actor.Reach == Reach.AssignedHouseholds)
        {
            var own = await db.Households.Where(h => h.LeftOn == null).GroupBy(h => h.Decile <= target && h.ActiveProgramCount == 0).Select(g => new { Unreached = g.Key, Count = g.Count() }).ToListAsync(ct);
            return new(own.Sum(o => o.Count), own.Where(o => o.Unreached).Sum(o => o.Count), withoutNik, target);
        }

        var tallies = await db.VillageTallies.GroupBy(t => t.Decile != VillageTally.UnknownDecile && t.Decile <= target)
            .Select(g => new { Target = g.Key, Households = g.Sum(t => t.Households), Unreached = g.Sum(t => t.Unreached) }).ToListAsync(ct);
        return new(tallies.Sum(t => t.Households), tallies.Where(t => t.Target).Sum(t => t.Unreached), withoutNik, target);
    }
}
