using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>What an OPD said about a follow-up, and when.</summary>
public sealed class FollowUpReport : IAudited
{
    private FollowUpReport()
    {
    }

    public FollowUpReport(Guid followUpId, FollowUpStatus status, string note, string reportedBy, DateTimeOffset now)
    {
        FollowUpId = followUpId;
        Status = status;
        Note = note;
        ReportedBy = reportedBy;
        ReportedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid FollowUpId { get; private set; }

    public FollowUpStatus Status { get; private set; }

    public string Note { get; private set; } = "";

    public string ReportedBy { get; private set; } = "";

    public DateTimeOffset ReportedAt { get; private set; }

    string IAudited.AuditName => FollowUpStatusNames.Of(Status);
}
