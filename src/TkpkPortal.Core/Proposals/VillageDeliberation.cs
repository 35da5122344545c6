using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

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

    string IAudited.AuditName => $"{ProposalNames.Of(Form)} {Indonesian.LongDate(HeldOn)}";

    /// <summary>Refused: MSD-01.</summary>
    internal void Correct(DeliberationDetails details)
    {
        MustBeOpen();
        (HeldOn, StartsAt, Place) = (details.HeldOn, details.StartsAt, details.Place);
        (ChairName, ChairTitle, NoteTaker, MinutesNumber, Notes) = (details.ChairName, details.ChairTitle, details.NoteTaker, details.MinutesNumber, details.Notes);
    }

    /// <summary>Puts a waiting proposal on the agenda. Refused: MSD-01, MSD-02.</summary>
    internal DeliberationItem TakeUp(Proposal proposal)
    {
        MustBeOpen();
        if (proposal.VillageId != VillageId || proposal.Stage != ProposalStage.Submitted || ProposalFlow.IsOwnData(proposal.Kind)) throw new RuleBrokenException(DeliberationRules.NotWaiting, null, proposal.HeadName);
        var item = new DeliberationItem(Id, proposal.Id, _items.Count + 1);
        if (Form == DeliberationForm.Statement) item.Decide(DeliberationOutcome.Worthy, null);
        _items.Add(item);
        return item;
    }

    /// <summary>Refused: MSD-01, MSD-03.</summary>
    internal void Decide(Guid proposalId, DeliberationOutcome? outcome, string? reason)
    {
        MustBeOpen();
        var item = _items.Find(i => i.ProposalId == proposalId) ?? throw new RecordNotFoundException();
        if (outcome is DeliberationOutcome.NotWorthy or DeliberationOutcome.Postponed && string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(DeliberationRules.ReasonNeeded);
        item.Decide(outcome, Blank.ToNull(reason));
    }

    /// <summary>Takes a proposal off the agenda again. Refused: MSD-01.</summary>
    internal void Drop(Guid proposalId)
    {
        MustBeOpen();
        _items.RemoveAll(i => i.ProposalId == proposalId);
    }

    /// <summary>The list becomes exactly these people, in this order. Refused: MSD-01.</summary>
    internal void Attend(IReadOnlyList<DeliberationGuest> guests)
    {
        MustBeOpen();
        _attendees.Clear();
        _attendees.AddRange(guests.Select((g, i) => new DeliberationAttendee(Id, i + 1, g.Name, g.Position, g.IsFemale)));
    }

    /// <summary>Refused: MSD-01.</summary>
    internal void KeepSigned(Guid fileId)
    {
        MustBeOpen();
        SignedFileId = fileId;
    }

    /// <summary>Refused: MSD-01, MSD-04 to MSD-09. The caller gives every proposal its outcome in the same save.</summary>
    internal void Close(int leastAttendees, Actor actor, DateOnly today, DateTimeOffset now)
    {
        MustBeOpen();
        if (_items.Count == 0) throw new RuleBrokenException(DeliberationRules.NoItems);
        if (HeldOn > today) throw new RuleBrokenException(DeliberationRules.NotHeldYet, null, Indonesian.LongDate(HeldOn));
        if (_items.Count(i => i.Outcome is null) is > 0 and var open) throw new RuleBrokenException(DeliberationRules.OutcomesMissing, null, open);
        if (Form == DeliberationForm.Assembly && _attendees.Count < leastAttendees) throw new RuleBrokenException(DeliberationRules.TooFewAttendees, null, leastAttendees, _attendees.Count);
        if (Form == DeliberationForm.Assembly && string.IsNullOrWhiteSpace(MinutesNumber)) throw new RuleBrokenException(DeliberationRules.NumberMissing);
        if (SignedFileId is null) throw new RuleBrokenException(DeliberationRules.SignedMissing);
        (ClosedAt, ClosedBy) = (now, actor.Name);
    }

    private void MustBeOpen()
    {
        if (IsClosed) throw new RuleBrokenException(DeliberationRules.Closed);
    }
}

public sealed record DeliberationDetails(DateOnly HeldOn, TimeOnly? StartsAt, string Place, string ChairName, string ChairTitle, string? NoteTaker, string? MinutesNumber, string? Notes);

public sealed record DeliberationGuest(string Name, string Position, bool IsFemale);

/// <summary>A proposal on the agenda, and what the village decided.</summary>
public sealed class DeliberationItem : IOfDeliberation
{
    private DeliberationItem()
    {
    }

    internal DeliberationItem(Guid deliberationId, Guid proposalId, int order) => (DeliberationId, ProposalId, Order) = (deliberationId, proposalId, order);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeliberationId { get; private set; }

    public VillageDeliberation Deliberation { get; private set; } = null!;

    public Guid ProposalId { get; private set; }

    public int Order { get; private set; }

    public DeliberationOutcome? Outcome { get; private set; }

    public string? Reason { get; private set; }

    internal void Decide(DeliberationOutcome? outcome, string? reason) => (Outcome, Reason) = (outcome, reason);
}

/// <summary>Somebody who came; stands on the public attendance list.</summary>
public sealed class DeliberationAttendee : IOfDeliberation
{
    private DeliberationAttendee()
    {
    }

    internal DeliberationAttendee(Guid deliberationId, int order, string name, string position, bool isFemale) =>
        (DeliberationId, Order, Name, Position, IsFemale) = (deliberationId, order, name, position, isFemale);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeliberationId { get; private set; }

    public VillageDeliberation Deliberation { get; private set; } = null!;

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unsur: BPD, tokoh masyarakat, ketua RT, pendamping.</summary>
    public string Position { get; private set; } = "";

    public bool IsFemale { get; private set; }
}

/// <summary>A child of a musyawarah.</summary>
public interface IOfDeliberation
{
    Guid DeliberationId { get; }
}

public static class DeliberationRules
{
    public static readonly Rule Closed = new("MSD-01", "Musyawarah ini sudah ditutup, sehingga isinya terkunci.");
    public static readonly Rule NotWaiting = new("MSD-02", "Usulan {0} tidak menunggu musyawarah desa ini.");
    public static readonly Rule ReasonNeeded = new("MSD-03", "Tulis alasan untuk setiap usulan yang tidak layak atau ditunda.");
    public static readonly Rule NoItems = new("MSD-04", "Musyawarah belum dapat ditutup: belum ada usulan pada acaranya.");
    public static readonly Rule NotHeldYet = new("MSD-05", "Musyawarah belum dapat ditutup: baru berlangsung pada {0}.");
    public static readonly Rule OutcomesMissing = new("MSD-06", "Musyawarah belum dapat ditutup: {0} usulan belum diberi hasil.");
    public static readonly Rule TooFewAttendees = new("MSD-07", "Musyawarah belum dapat ditutup: daftar hadir paling sedikit {0} orang, baru tercatat {1}.");
    public static readonly Rule NumberMissing = new("MSD-08", "Musyawarah belum dapat ditutup: nomor berita acara belum diisi.");
    public static readonly Rule SignedMissing = new("MSD-09", "Musyawarah belum dapat ditutup: unggah dahulu berita acara atau SPTJM yang sudah ditandatangani.");
    public static readonly Rule StatementNotAllowed = new("MSD-10", "SPTJM sebagai pengganti musyawarah tidak diizinkan pada pengaturan kabupaten ini.");
    public static readonly Rule OnAnotherAgenda = new("MSD-11", "Usulan {0} sudah ada pada acara musyawarah lain yang belum ditutup.");
}
