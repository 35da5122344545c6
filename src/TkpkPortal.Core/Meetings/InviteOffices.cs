using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Meetings;

public sealed class InviteOffices(TkpkDbContext db, CurrentSettings settings)
{
    public async Task RunAsync(Guid meetingId, InvitationList list, CancellationToken ct)
    {
        var lines = await db.InviteeLinesAsync(list, settings, ct);
        await db.WriteMeetingAsync(
            meetingId,
            meeting =>
            {
                var change = meeting.Invite(lines);
                db.Invitees.AddRange(change.Added);
                db.Invitees.RemoveRange(change.Removed);
            },
            ct);
    }
}
