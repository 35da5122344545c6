using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>What was said, item by item. Two note takers on different items do not meet; on the same item the second is told.</summary>
public sealed class WriteDiscussion(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, IReadOnlyList<DiscussionText> texts, ConclusionText conclusion, CancellationToken ct) =>
        db.WriteMeetingAsync(meetingId, meeting => meeting.WriteDiscussion(texts, conclusion), ct);
}
