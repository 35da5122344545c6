using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>Adds people to the attendance list; those already on it are passed over.</summary>
public sealed class RecordAttendance(TkpkDbContext db)
{
    /// <returns>How many were added.</returns>
    public Task<int> RunAsync(Guid meetingId, IReadOnlyList<AttendeeLine> lines, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        meeting =>
        {
            var added = meeting.RecordAttendance(lines);
            db.Attendees.AddRange(added);
            return Task.FromResult(added.Count);
        },
        ct);
}
