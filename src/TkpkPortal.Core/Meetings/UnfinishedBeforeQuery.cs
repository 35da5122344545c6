using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>What earlier rakor left open: the most urgent few, and how many there are.</summary>
public sealed record UnfinishedBefore(IReadOnlyList<FollowUpRow> First, int Total, int Late);

public sealed class UnfinishedBeforeQuery(TkpkDbContext db, KabupatenClock clock)
{
    private const int Shown = 8;

    public async Task<UnfinishedBefore> RunAsync(Guid meetingId, DateOnly meetingDate, CancellationToken ct)
    {
        var today = clock.Today;
        var open = db.FollowUps.AsNoTracking().WhereOpen()
            .Where(f => f.Meeting.Date < meetingDate || (f.Meeting.Date == meetingDate && f.MeetingId.CompareTo(meetingId) < 0));
        var counts = await open.GroupBy(f => f.DueOn < today).Select(g => new { Late = g.Key, Count = g.Count() }).ToListAsync(ct);
        if (counts.Count == 0) return new([], 0, 0);
        return new(await open.InOrderOfUrgency().ToRows(db).Take(Shown).ToListAsync(ct), counts.Sum(c => c.Count), counts.Where(c => c.Late).Sum(c => c.Count));
    }
}
