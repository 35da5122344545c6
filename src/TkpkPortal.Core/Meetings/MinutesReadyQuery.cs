using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed record MinutesReady(Guid Id, string Title, DateOnly Date);

/// <summary>Held rakor whose minutes lack nothing but the approval, the oldest first.</summary>
public sealed class MinutesReadyQuery(TkpkDbContext db, KabupatenClock clock)
{
    private const int Shown = 5;

    public Task<List<MinutesReady>> RunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return db.Meetings.AsNoTracking()
            .Where(m => m.Status == MeetingStatus.Planned && m.Date <= today && m.Attendees.Any() && m.Decisions.Any() && m.Agenda.Any()
                && m.Agenda.All(a => a.Discussion != null) && m.FollowUps.All(f => f.DueOn != null))
            .OrderBy(m => m.Date).ThenBy(m => m.Id).Take(Shown).Select(m => new MinutesReady(m.Id, m.Title, m.Date)).ToListAsync(ct);
    }
}
