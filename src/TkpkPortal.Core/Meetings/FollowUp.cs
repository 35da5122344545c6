using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

public enum FollowUpStatus
{
    NotStarted,
    InProgress,
    Stuck,
    Done,

    /// <summary>Dialihkan to another OPD or follow-up.</summary>
    Transferred,
}

/// <summary>Tindak lanjut (RTL): which OPD does what by when, with which output. Wording is locked with the minutes; its status goes on.</summary>
public sealed class FollowUp : IAudited, IOfAgency
{
    private readonly List<FollowUpReport> _reports = [];

    private FollowUp()
    {
    }

    public FollowUp(Guid meetingId, int number, int year, string text, Guid agencyId, DateOnly? dueOn, string output, Guid? decisionId)
    {
        MeetingId = meetingId;
        Number = number;
        Year = year;
        Text = text;
        AgencyId = agencyId;
        DueOn = dueOn;
        Output = output;
        DecisionId = decisionId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public Meeting Meeting { get; private set; } = null!;

    public Guid? DecisionId { get; internal set; }

    public int Number { get; private set; }

    public int Year { get; private set; }

    public string Text { get; internal set; } = "";

    /// <summary>OPD penanggung jawab.</summary>
    public Guid AgencyId { get; internal set; }

    /// <summary>Tenggat; may be missing until the minutes are approved.</summary>
    public DateOnly? DueOn { get; internal set; }

    /// <summary>Keluaran.</summary>
    public string Output { get; internal set; } = "";

    public FollowUpStatus Status { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<FollowUpReport> Reports => _reports;

    public string Label => $"RTL {Number}/{Year}";

    string IAudited.AuditName => Label;

    public bool IsOpen => Status is not (FollowUpStatus.Done or FollowUpStatus.Transferred);

    /// <summary>Days past due today; 0 when not late.</summary>
    public int DaysLate(DateOnly today) => IsOpen && DueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    internal void Report(FollowUpStatus status, string note, string by, DateOnly today, DateTimeOffset now)
    {
        Status = status;
        DoneOn = status == FollowUpStatus.Done ? today : null;
        _reports.Add(new(Id, status, note, by, now));
    }
}

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

    string IAudited.AuditName => $"{Status}";
}
