using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <param name="Mark">Goes back with the approval: exactly this wording was read.</param>
/// <param name="Obstacles">Sentences of what is still missing.</param>
public sealed record ApprovalView(string Mark, IReadOnlyList<string> Obstacles);

public sealed class ApprovalQuery(TkpkDbContext db, KabupatenClock clock)
{
    public async Task<ApprovalView> RunAsync(Guid meetingId, CancellationToken ct)
    {
        var meeting = await db.Meetings.AsNoTracking().Include(m => m.Agenda).Include(m => m.Attendees).Include(m => m.Decisions).Include(m => m.FollowUps)
            .AsSplitQuery().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new RecordNotFoundException();
        return new(meeting.MinutesMark, [.. meeting.Obstacles(clock.Today).Select(o => o.Message)]);
    }
}
