using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>One rakor with what earlier ones left open.</summary>
public sealed record MeetingSheet(MeetingView Meeting, UnfinishedBefore Unfinished);

/// <summary>The page of a rakor, for reading: kept until something is written. Forms read <see cref="MeetingQuery"/>. Minutes are open to everybody who may see a rakor.</summary>
public sealed class MeetingSheetQuery(MeetingQuery meetingQuery, UnfinishedBeforeQuery unfinishedQuery, KeptViews kept, KabupatenClock clock)
{
    /// <exception cref="RecordNotFoundException">No such rakor.</exception>
    public Task<MeetingSheet> RunAsync(Guid id, CancellationToken ct) => kept.GetAsync((nameof(MeetingSheetQuery), id, clock.Today), async () =>
    {
        var meeting = await meetingQuery.RunAsync(id, ct);
        return new MeetingSheet(meeting, await unfinishedQuery.RunAsync(id, meeting.Details.Date, ct));
    });
}
