using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class CorrectMeeting(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, MeetingDetails details, uint version, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        meeting =>
        {
            db.ExpectVersion(meeting, version);
            meeting.Correct(details);
        },
        ct);
}
