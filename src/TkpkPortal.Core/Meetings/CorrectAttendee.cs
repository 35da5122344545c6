using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class CorrectAttendee(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, Guid attendeeId, AttendeeLine line, CancellationToken ct) =>
        db.WriteMeetingAsync(meetingId, meeting => meeting.CorrectAttendee(attendeeId, line), ct);
}
