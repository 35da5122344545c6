using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Core.Reporting;

/// <summary>Late follow-ups of one OPD; <see cref="OldestDays"/> counts from the earliest due date.</summary>
public sealed record AgencyLateness(Guid AgencyId, string Agency, int Late, int OldestDays);

/// <summary>Follow-ups of all rakor. Late is open and past due; running is begun or stuck and not late.</summary>
public sealed record FollowUpOverview(int Total, int Done, int Late, int Running, IReadOnlyList<AgencyLateness> LateByAgency);

public sealed class FollowUpOverviewQuery(TkpkDbContext db)
{
    public async Task<FollowUpOverview> RunAsync(DateOnly today, Guid? agencyId, CancellationToken ct)
    {
        var followUps = db.FollowUps.AsNoTracking();
        if (agencyId is { } own) followUps = followUps.Where(f => f.AgencyId == own);
        var groups = await followUps
            .GroupBy(f => new { f.AgencyId, Open = f.Status != FollowUpStatus.Done && f.Status != FollowUpStatus.Transferred, Late = f.DueOn != null && f.DueOn < today, Begun = f.Status != FollowUpStatus.NotStarted })
            .Select(g => new { g.Key, Count = g.Count(), Oldest = g.Min(f => f.DueOn), Name = db.Agencies.Where(a => a.Id == g.Key.AgencyId).Select(a => a.Name).First() })
            .ToListAsync(ct);
        var late = groups.Where(g => g.Key is { Open: true, Late: true }).ToList();
        return new(
            groups.Sum(g => g.Count),
            groups.Where(g => !g.Key.Open).Sum(g => g.Count),
            late.Sum(g => g.Count),
            groups.Where(g => g.Key is { Open: true, Late: false, Begun: true }).Sum(g => g.Count),
            [.. late.GroupBy(g => (g.Key.AgencyId, g.Name))
                .Select(g => new AgencyLateness(g.Key.AgencyId, g.Key.Name, g.Sum(x => x.Count), today.DayNumber - g.Min(x => x.Oldest!.Value).DayNumber))
                .OrderByDescending(a => a.Late).ThenByDescending(a => a.OldestDays)]);
    }
}
