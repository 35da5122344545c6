using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Deliberations;

public enum DeliberationForm
{
    /// <summary>Musyawarah desa or kelurahan.</summary>
    Assembly,

    /// <summary>Surat pernyataan tanggung jawab mutlak, where the settings allow it.</summary>
    Statement,
}

public enum DeliberationOutcome
{
    Worthy,
    NotWorthy,
    Postponed,
}

/// <summary>
/// Musyawarah desa/kelurahan: the village decides in the open about the proposals that wait. Only when it is closed, with its signed minutes kept, do proposals move on.
/// </summary>
public sealed class VillageDeliberation : IAudited, IInVillage
{
    private readonly List<DeliberationItem> _items = [];
    private readonly List<DeliberationAttendee> _attendees = [];

    private VillageDeliberation()
    {
    }

    public VillageDeliberation(Guid villageId, DeliberationForm form, DeliberationDetails details, DateTimeOffset now)
    {
        (VillageId, Form, CreatedAt) = (villageId, form, now);
        Correct(details);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Given by the database, from 1.</summary>
    public int Number { get; private set; }

    public Guid VillageId { get; private set; }

    public DeliberationForm Form { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Who led it, by name: it is a public office.</summary>
    public string ChairName { get; private set; } = "";

    /// <summary>"Kepala Desa", "Ketua BPD", "Lurah".</summary>
    public string ChairTitle { get; private set; } = "";

    public string? NoteTaker { get; private set; }

    /// <summary>Nomor berita acara.</summary>
    public string? MinutesNumber { get; private set; }

    /// <summary>Words on how it went, for the minutes.</summary>
    public string? Notes { get; private set; }

    /// <summary>The signed minutes and attendance list (or SPTJM), scanned.</summary>
    public Guid? SignedFileId { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<DeliberationItem> Items => _items;

    public IReadOnlyList<DeliberationAttendee> Attendees => _attendees;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Proposals of one agenda: what the village can talk through in a day, and what one page can hold.</summary>
    public const int MostItems = 150;

    public const int MostAttendees = 200;

    string IAudited.AuditName => $"{ProposalNames.Of(Form)} {Indonesian.LongDate(HeldOn)}";

    /// <summary>Refused: MSD-01.</summary>
    internal void Correct(DeliberationDetails details)
    {
        MustBeOpen();
        (HeldOn, StartsAt, Place) = (details.HeldOn, details.StartsAt, details.Place);
        (ChairName, ChairTitle, NoteTaker, MinutesNumber, Notes) = (details.ChairName, details.ChairTitle, details.NoteTaker, details.MinutesNumber, details.Notes);
    }

    /// <summary>Puts a waiting proposal on the agenda. Refused: MSD-01, MSD-02, MSD-13.</summary>
    internal DeliberationItem TakeUp(Proposal proposal)
    {
        MustBeOpen();
        if (proposal.VillageId != VillageId || proposal.Stage != ProposalStage.Submitted || ProposalFlow.IsOwnData(proposal.Kind)) throw new RuleBrokenException(DeliberationRules.NotWaiting, null, proposal.HeadName);
        if (_items.Count >= MostItems) throw new RuleBrokenException(DeliberationRules.AgendaTooLong, null, MostItems);
        var item = new DeliberationItem(Id, proposal.Id, _items.Select(i => i.Order).DefaultIfEmpty().Max() + 1);
        if (Form == DeliberationForm.Statement) item.Decide(DeliberationOutcome.Worthy, null);
        _items.Add(item);
        return item;
    }

    /// <summary>Refused: MSD-01, MSD-03, MSD-12.</summary>
    /// <param name="field">The input the reason was typed in.</param>
    internal void Decide(Guid proposalId, DeliberationOutcome? outcome, string? reason, string? field = null)
    {
        MustBeOpen();
        if (Form == DeliberationForm.Statement) throw new RuleBrokenException(DeliberationRules.StatementDecidesAll);
        var item = _items.Find(i => i.ProposalId == proposalId) ?? throw new RecordNotFoundException();
        if (outcome is DeliberationOutcome.NotWorthy or DeliberationOutcome.Postponed && string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(DeliberationRules.ReasonNeeded, field);
        item.Decide(outcome, Blank.ToNull(reason));
    }

    /// <summary>Takes a proposal off the agenda again. Refused: MSD-01.</summary>
    internal void Drop(Guid proposalId)
    {
        MustBeOpen();
        _items.RemoveAll(i => i.ProposalId == proposalId);
    }

    /// <summary>The list becomes exactly these people, in this order. Refused: MSD-01, MSD-16.</summary>
    internal void Attend(IReadOnlyList<DeliberationGuest> guests)
    {
        MustBeOpen();
        if (guests.Count > MostAttendees) throw new RuleBrokenException(DeliberationRules.TooManyAttendees, null, MostAttendees);
        _attendees.Clear();
        _attendees.AddRange(guests.Select((g, i) => new DeliberationAttendee(Id, i + 1, g.Name, g.Position, g.IsFemale)));
    }

    /// <summary>Refused: MSD-01.</summary>
    internal void KeepSigned(Guid fileId)
    {
        MustBeOpen();
        SignedFileId = fileId;
    }

    /// <summary>What is signed was held, and stays. Refused: MSD-01, MSD-17.</summary>
    internal void MustBeUnsigned()
    {
        MustBeOpen();
        if (SignedFileId is not null) throw new RuleBrokenException(DeliberationRules.AlreadySigned);
    }

    /// <summary>Refused: MSD-01, MSD-04 to MSD-09. The caller gives every proposal its outcome in the same save.</summary>
    /// <param name="gone">Proposals that no longer wait for it: cancelled, or decided elsewhere. Those without an outcome leave the agenda.</param>
    internal void Close(int leastAttendees, IReadOnlySet<Guid> gone, Actor actor, DateOnly today, DateTimeOffset now)
    {
        MustBeOpen();
        if (Obstacles(leastAttendees, gone, today).FirstOrDefault() is { } obstacle) throw obstacle;
        _items.RemoveAll(i => IsVoid(i, gone));
        (ClosedAt, ClosedBy) = (now, actor.Name);
    }

    /// <summary>Everything that still keeps it open, in the order in which it is dealt with.</summary>
    internal IEnumerable<RuleBrokenException> Obstacles(int leastAttendees, IReadOnlySet<Guid> gone, DateOnly today)
    {
        var items = _items.Where(i => !IsVoid(i, gone)).ToList();
        if (items.Count == 0) yield return new(DeliberationRules.NoItems);
        if (HeldOn > today) yield return new(DeliberationRules.NotHeldYet, null, Indonesian.LongDate(HeldOn));
        if (items.Count(i => i.Outcome is null) is > 0 and var open) yield return new(DeliberationRules.OutcomesMissing, null, open);
        if (Form == DeliberationForm.Assembly && _attendees.Count < leastAttendees) yield return new(DeliberationRules.TooFewAttendees, null, leastAttendees, _attendees.Count);
        if (Form == DeliberationForm.Assembly && string.IsNullOrWhiteSpace(MinutesNumber)) yield return new(DeliberationRules.NumberMissing);
        if (SignedFileId is null) yield return new(DeliberationRules.SignedMissing);
    }

    private static bool IsVoid(DeliberationItem item, IReadOnlySet<Guid> gone) => item.Outcome is null && gone.Contains(item.ProposalId);

    private void MustBeOpen()
    {
        if (IsClosed) throw new RuleBrokenException(DeliberationRules.Closed);
    }
}

public sealed record DeliberationDetails(DateOnly HeldOn, TimeOnly? StartsAt, string Place, string ChairName, string ChairTitle, string? NoteTaker, string? MinutesNumber, string? Notes);

public sealed record DeliberationGuest(string Name, string Position, bool IsFemale);
