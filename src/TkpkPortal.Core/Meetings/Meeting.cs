using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

public enum MeetingKind
{
    /// <summary>Rapat koordinasi TKPK.</summary>
    Coordination,

    /// <summary>Rapat teknis MPM: its frozen material are the figures of one update cycle.</summary>
    MpmTechnical,
}

public enum MeetingStatus
{
    Planned,
    MinutesApproved,
}

/// <summary>A rakor: planned, held, minuted, approved. Approval locks the wording: every act below refuses afterwards.</summary>
public sealed partial class Meeting : IAudited
{
    private readonly List<AgendaItem> _agenda = [];
    private readonly List<Invitee> _invitees = [];
    private readonly List<Attendee> _attendees = [];
    private readonly List<Decision> _decisions = [];
    private readonly List<FollowUp> _followUps = [];

    private Meeting()
    {
    }

    public Meeting(MeetingDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public MeetingKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public TimeOnly StartsAt { get; private set; }

    /// <summary>Null is "s.d. selesai".</summary>
    public TimeOnly? EndsAt { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Jabatan of who leads: "Wakil Bupati selaku Ketua TKPK".</summary>
    public string ChairTitle { get; private set; } = "";

    /// <summary>Jabatan of who opened it, when another than the chair.</summary>
    public string? OpenedBy { get; private set; }

    public string? NoteTaker { get; private set; }

    public string? InvitationNumber { get; private set; }

    public DateOnly? InvitationDate { get; private set; }

    public string? MinutesNumber { get; private set; }

    /// <summary>Kesimpulan.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>JSON of the figures laid before the meeting, as they stood when they were frozen; null where there are none.</summary>
    public string? Material { get; private set; }

    public DateTimeOffset? MaterialFrozenAt { get; private set; }

    public MeetingStatus Status { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => _agenda;

    public IReadOnlyList<Invitee> Invitees => _invitees;

    public IReadOnlyList<Attendee> Attendees => _attendees;

    public IReadOnlyList<Decision> Decisions => _decisions;

    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    string IAudited.AuditName => Title;

    public void Correct(MeetingDetails details)
    {
        RefuseWhenApproved();
        if (details.EndsAt <= details.StartsAt) throw new RuleBrokenException(MeetingRules.EndsBeforeStart, nameof(EndsAt));
        if (details.InvitationDate > details.Date) throw new RuleBrokenException(MeetingRules.InvitedAfterwards, nameof(InvitationDate));
        if (Material is not null && details.Kind != MeetingKind.MpmTechnical) throw new RuleBrokenException(MeetingRules.KindHasMaterial, nameof(Kind));
        if (details.Date.Year != Date.Year && (_decisions.Count > 0 || _followUps.Count > 0))
            throw new RuleBrokenException(MeetingRules.YearIsNumbered, nameof(Date), Date.Year);
        if (_followUps.FirstOrDefault(f => f.DueOn < details.Date) is { } early)
            throw new RuleBrokenException(MeetingRules.DateAfterDueDate, nameof(Date), early.Label);
        Kind = details.Kind;
        Title = details.Title;
        Date = details.Date;
        StartsAt = details.StartsAt;
        EndsAt = details.EndsAt;
        Place = details.Place;
        ChairTitle = details.ChairTitle;
        OpenedBy = details.OpenedBy;
        NoteTaker = details.NoteTaker;
        InvitationNumber = details.InvitationNumber;
        InvitationDate = details.InvitationDate;
        MinutesNumber = details.MinutesNumber;
    }

    /// <summary>The list becomes exactly these offices, in this order; those already on it stay the same record.</summary>
    public Replaced<Invitee> Invite(IReadOnlyList<InviteeLine> lines)
    {
        RefuseWhenApproved();
        var left = _invitees.ToList();
        List<Invitee> added = [];
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            var known = left.Find(i => i.AgencyId == line.AgencyId && i.Office == line.Office);
            if (known is null) added.Add(new(Id, index + 1, line.Office, line.AgencyId));
            else known.Order = index + 1;
            if (known is not null) left.Remove(known);
        }

        _invitees.RemoveAll(left.Contains);
        _invitees.AddRange(added);
        return new(added, left);
    }

    /// <summary>Adds the people who are not on the list yet; the same name from the same institution is one person.</summary>
    public IReadOnlyList<Attendee> RecordAttendance(IReadOnlyList<AttendeeLine> lines)
    {
        RefuseWhenApproved();
        if (lines.Count == 0) throw new RuleBrokenException(MeetingRules.NobodyNamed);
        List<Attendee> added = [];
        var order = _attendees.Select(a => a.Order).DefaultIfEmpty().Max();
        foreach (var line in lines)
        {
            if (_attendees.Exists(a => a.IsSamePersonAs(line))) continue;
            var attendee = new Attendee(Id, ++order, line.Name, line.Position, line.Institution, line.Phone);
            _attendees.Add(attendee);
            added.Add(attendee);
        }

        return added;
    }

    public void CorrectAttendee(Guid attendeeId, AttendeeLine line)
    {
        RefuseWhenApproved();
        var attendee = _attendees.Find(a => a.Id == attendeeId) ?? throw new RecordNotFoundException();
        if (_attendees.Exists(a => a != attendee && a.IsSamePersonAs(line))) throw new RuleBrokenException(MeetingRules.AttendeeTwice, nameof(Attendee.Name));
        attendee.Correct(line);
    }

    public Attendee RemoveAttendee(Guid attendeeId)
    {
        RefuseWhenApproved();
        var attendee = _attendees.Find(a => a.Id == attendeeId) ?? throw new RecordNotFoundException();
        _attendees.Remove(attendee);
        return attendee;
    }

    /// <summary>Refused: RKR-01, RKR-25, RKR-26.</summary>
    internal void Lay(MpmMaterial material, DateTimeOffset now)
    {
        RefuseWhenApproved();
        if (Kind != MeetingKind.MpmTechnical) throw new RuleBrokenException(MeetingRules.MaterialOnlyForMpm);
        if (material.Total.Registered == 0) throw new RuleBrokenException(MeetingRules.MaterialEmpty, null, Indonesian.MonthYear(material.CycleMonth));
        Material = material.ToJson();
        MaterialFrozenAt = now;
    }

    private void RefuseWhenApproved()
    {
        if (Status == MeetingStatus.MinutesApproved) throw new RuleBrokenException(MeetingRules.WordingLocked);
    }
}

public sealed record MeetingDetails(
    string Title, DateOnly Date, TimeOnly StartsAt, TimeOnly? EndsAt, string Place, string ChairTitle, string? OpenedBy,
    string? NoteTaker, string? InvitationNumber, DateOnly? InvitationDate, string? MinutesNumber)
{
    public MeetingKind Kind { get; init; }
}

/// <summary>What a list gained and lost, for the caller to store.</summary>
public sealed record Replaced<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Removed);

/// <param name="AgencyId">Set when the office is the head of an OPD.</param>
public sealed record InviteeLine(string Office, Guid? AgencyId);

public sealed record AttendeeLine(string Name, string Position, string Institution, string? Phone);
