using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed record MeetingRow(Guid Id, string Title, DateOnly Date, TimeOnly StartsAt, string Place, MeetingStatus Status, int Attendees, int Decisions, int FollowUps, int Done, int Late);

public sealed class MeetingListQuery(TkpkDbContext db, KabupatenClock clock)
{
    public Task<PagedList<MeetingRow>> RunAsync(int? year, int page, CancellationToken ct) => Rows(year).ToPagedListAsync(page, ct);

    public Task<List<MeetingRow>> AllAsync(int? year, CancellationToken ct) => Rows(year).ToListAsync(ct);

    /// <summary>Years that have a rakor, newest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken ct) =>
        db.Meetings.AsNoTracking().Select(m => m.Date.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);

    private IQueryable<MeetingRow> Rows(int? year)
    {
        var today = clock.Today;
        var meetings = db.Meetings.AsNoTracking();
        if (year is { } y)
        {
            var (first, last) = (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31));
            meetings = meetings.Where(m => m.Date >= first && m.Date <= last);
        }

        return meetings.OrderByDescending(m => m.Date).ThenByDescending(m => m.Id).Select(m => new MeetingRow(
            m.Id, m.Title, m.Date, m.StartsAt, m.Place, m.Status, m.Attendees.Count, m.Decisions.Count, m.FollowUps.Count,
            m.FollowUps.Count(f => f.Status == FollowUpStatus.Done),
            m.FollowUps.Count(f => f.Status != FollowUpStatus.Done && f.Status != FollowUpStatus.Transferred && f.DueOn < today)));
    }
}
