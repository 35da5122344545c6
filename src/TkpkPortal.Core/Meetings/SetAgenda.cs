using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>Adds, changes, reorders and removes agenda items in one go.</summary>
public sealed class SetAgenda(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, IReadOnlyList<AgendaLine> lines, string seenMark, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        meeting =>
        {
            if (meeting.Status == MeetingStatus.Planned && meeting.AgendaMark != seenMark) throw new RuleBrokenException(MeetingRules.WordingOvertaken, null, "Mata acara");
            var change = meeting.SetAgenda(lines);
            db.AgendaItems.AddRange(change.Added);
            db.AgendaItems.RemoveRange(change.Removed);
        },
        ct);
}
