using System.Globalization;
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

    public Guid? DecisionId { get; private set; }

    public int Number { get; private set; }

    public int Year { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>OPD penanggung jawab.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Tenggat; may be missing until the minutes are approved.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Keluaran.</summary>
    public string Output { get; private set; } = "";

    public FollowUpStatus Status { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<FollowUpReport> Reports => _reports;

    public string Label => $"RTL {Number}/{Year}";

    string IAudited.AuditName => Label;

    public bool IsOpen => IsOpenWhen(Status);

    /// <summary>Days past due today; 0 when not late.</summary>
    public int DaysLate(DateOnly today) => DaysLate(Status, DueOn, today);

    public static bool IsOpenWhen(FollowUpStatus status) => status is not (FollowUpStatus.Done or FollowUpStatus.Transferred);

    public static int DaysLate(FollowUpStatus status, DateOnly? dueOn, DateOnly today) =>
        IsOpenWhen(status) && dueOn is { } due && due < today ? today.DayNumber - due.DayNumber : 0;

    /// <summary>Changes with the wording, not with the status.</summary>
    public string WordingMark => Meetings.WordingMark.Of([Text, AgencyId.ToString(), DueOn?.ToString("O", CultureInfo.InvariantCulture), Output, DecisionId?.ToString()]);

    /// <summary>Its own OPD, the secretariat, or the portal itself.</summary>
    public static bool MayReport(Actor actor, Guid agencyId) =>
        IsOverseer(actor) || (actor.Is(Role.SocialAgency, Role.AgencyHead, Role.AgencyOperator) && actor.AgencyId == agencyId);

    /// <summary>What its OPD or the secretariat says about it. Does not touch the wording, so it goes on after approval.</summary>
    public FollowUpReport Report(FollowUpStatus status, string? note, Actor actor, DateOnly today, DateTimeOffset now)
    {
        if (!MayReport(actor, AgencyId)) throw new RecordNotFoundException();
        if (!IsOpen && !IsOverseer(actor)) throw new RuleBrokenException(FollowUpRules.ClosedForAgency);
        var missing = status switch
        {
            _ when note is not null => null,
            FollowUpStatus.Stuck => FollowUpRules.StuckNeedsNote,
            FollowUpStatus.Done => FollowUpRules.DoneNeedsOutput,
            FollowUpStatus.Transferred => FollowUpRules.TransferNeedsNote,
            _ => null,
        };
        if (missing is not null) throw new RuleBrokenException(missing, nameof(FollowUpReport.Note));
        Status = status;
        DoneOn = status == FollowUpStatus.Done ? today : null;
        var report = new FollowUpReport(Id, status, note ?? "", actor.Name, now);
        _reports.Add(report);
        return report;
    }

    private static bool IsOverseer(Actor actor) => actor.Is(Role.Admin, Role.Secretariat) || actor is { Role: null, Reach: Reach.Everything };

    internal void Correct(FollowUpDetails details)
    {
        Text = details.Text;
        AgencyId = details.AgencyId;
        DueOn = details.DueOn;
        Output = details.Output;
        DecisionId = details.DecisionId;
    }
}

public static class FollowUpStatusNames
{
    public static string Of(FollowUpStatus status) => status switch
    {
        FollowUpStatus.NotStarted => "Belum",
        FollowUpStatus.InProgress => "Proses",
        FollowUpStatus.Stuck => "Terkendala",
        FollowUpStatus.Done => "Selesai",
        FollowUpStatus.Transferred => "Dialihkan",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
