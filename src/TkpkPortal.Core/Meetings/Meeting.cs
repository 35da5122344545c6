using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

public enum MeetingStatus
{
    Planned,
    MinutesApproved,
}

/// <summary>A rakor: planned, held, minuted, approved. Approval locks the wording.</summary>
public sealed class Meeting : IAudited
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
}

public sealed record MeetingDetails(
    string Title, DateOnly Date, TimeOnly StartsAt, TimeOnly? EndsAt, string Place, string ChairTitle, string? OpenedBy,
    string? NoteTaker, string? InvitationNumber, DateOnly? InvitationDate, string? MinutesNumber);

/// <summary>Mata acara, with what was said about it.</summary>
public sealed class AgendaItem : IAudited
{
    private AgendaItem()
    {
    }

    public AgendaItem(Guid meetingId, int order, string title, string? speaker)
    {
        MeetingId = meetingId;
        Order = order;
        Title = title;
        Speaker = speaker;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; internal set; }

    public string Title { get; internal set; } = "";

    /// <summary>Narasumber, by jabatan.</summary>
    public string? Speaker { get; internal set; }

    /// <summary>Pokok pembahasan.</summary>
    public string? Discussion { get; internal set; }

    string IAudited.AuditName => Title;
}

/// <summary>Who is asked to come: an OPD, a camat, a partner, by office.</summary>
public sealed class Invitee : IAudited
{
    private Invitee()
    {
    }

    public Invitee(Guid meetingId, int order, string office, Guid? agencyId)
    {
        MeetingId = meetingId;
        Order = order;
        Office = office;
        AgencyId = agencyId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; private set; }

    public string Office { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    string IAudited.AuditName => Office;
}

/// <summary>Who was there. Personal data: shown to the secretariat only.</summary>
public sealed class Attendee : IAudited
{
    private Attendee()
    {
    }

    public Attendee(Guid meetingId, int order, string name, string position, string institution, string? phone)
    {
        MeetingId = meetingId;
        Order = order;
        Name = name;
        Position = position;
        Institution = institution;
        Phone = phone;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public string Position { get; private set; } = "";

    public string Institution { get; private set; } = "";

    public string? Phone { get; private set; }

    string IAudited.AuditName => Name;
}

/// <summary>Keputusan, numbered within the year: K 1/2026.</summary>
public sealed class Decision : IAudited
{
    private Decision()
    {
    }

    public Decision(Guid meetingId, int number, int year, string text, Guid? agendaItemId)
    {
        MeetingId = meetingId;
        Number = number;
        Year = year;
        Text = text;
        AgendaItemId = agendaItemId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Number { get; private set; }

    public int Year { get; private set; }

    public string Text { get; internal set; } = "";

    public Guid? AgendaItemId { get; internal set; }

    public string Label => $"K {Number}/{Year}";

    string IAudited.AuditName => Label;
}
