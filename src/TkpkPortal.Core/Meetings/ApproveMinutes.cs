using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>The pimpinan approves the minutes as they were read; from then on their wording is locked.</summary>
public sealed class ApproveMinutes(TkpkDbContext db, Actor actor, KabupatenClock clock)
{
    public Task RunAsync(Guid meetingId, string readMark, CancellationToken ct) =>
        db.WriteMeetingAsync(meetingId, meeting => meeting.Approve(actor, readMark, clock.Today, clock.Now), ct);
}
