using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class CorrectDecision(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, Guid decisionId, string text, Guid? agendaItemId, string seenMark, CancellationToken ct) =>
        db.WriteMeetingAsync(meetingId, meeting => meeting.CorrectDecision(decisionId, text, agendaItemId, seenMark), ct);
}
