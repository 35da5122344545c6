using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Meetings;

public sealed class PlanMeeting(TkpkDbContext db, CurrentSettings settings)
{
    public async Task<Guid> RunAsync(MeetingDetails details, IReadOnlyList<AgendaLine> agenda, InvitationList invitees, CancellationToken ct)
    {
        var meeting = new Meeting(details);
        meeting.SetAgenda(agenda);
        meeting.Invite(await db.InviteeLinesAsync(invitees, settings, ct));
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(ct);
        return meeting.Id;
    }
}
