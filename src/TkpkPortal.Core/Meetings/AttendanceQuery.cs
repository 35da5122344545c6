using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed record AttendeeView(Guid Id, int Order, string Name, string Position, string Institution, string? Phone);

/// <summary>Names and phone numbers: pages and papers that use it ask for OrganizeMeetings.</summary>
public sealed class AttendanceQuery(TkpkDbContext db)
{
    private const int PageSize = 50;

    public Task<PagedList<AttendeeView>> RunAsync(Guid meetingId, int page, CancellationToken ct) => Rows(meetingId).ToPagedListAsync(page, ct, PageSize);

    public Task<List<AttendeeView>> AllAsync(Guid meetingId, CancellationToken ct) => Rows(meetingId).ToListAsync(ct);

    public async Task<AttendeeView> OneAsync(Guid meetingId, Guid attendeeId, CancellationToken ct) =>
        await Rows(meetingId, attendeeId).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();

    private IQueryable<AttendeeView> Rows(Guid meetingId, Guid? only = null) => db.Attendees.AsNoTracking().Where(a => a.MeetingId == meetingId && (only == null || a.Id == only))
        .OrderBy(a => a.Order).Select(a => new AttendeeView(a.Id, a.Order, a.Name, a.Position, a.Institution, a.Phone));
}
