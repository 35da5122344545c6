using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>A name written by mistake leaves the list; the audit trail keeps it.</summary>
public sealed class RemoveAttendee(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, Guid attendeeId, CancellationToken ct) =>
        db.WriteMeetingAsync(meetingId, meeting => { db.Attendees.Remove(meeting.RemoveAttendee(attendeeId)); }, ct);
}
