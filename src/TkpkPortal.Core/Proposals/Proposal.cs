using System.Security.Cryptography;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>
/// Usulan: a family that is missing, or a record that is wrong, on its way from the desa to the centre and back. What is proposed is a diff against the family's record,
/// computed and frozen at submission. Every act is in <see cref="ProposalFlow"/> and leaves a <see cref="ProposalStep"/>.
/// </summary>
public sealed partial class Proposal : IAudited, IInVillage
{
    private readonly List<ProposalStep> _steps = [];
    private readonly List<ProposalDiff> _diffs = [];

    private Proposal()
    {
    }

    /// <param name="cycle">First day of the month in whose update cycle it counts.</param>
    public Proposal(ProposalKind kind, ProposalRegistration registration, Guid villageId, Guid? householdId, Actor actor, DateOnly cycle, DateTimeOffset now)
    {
        (Kind, Registration, VillageId, HouseholdId, CycleMonth) = (kind, registration, villageId, householdId, cycle);
        (CreatedBy, CreatedByName, CreatedAt, StageSince, UpdatedAt) = (actor.UserId, actor.Name, now, now, now);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Given by the database, from 1.</summary>
    public int Number { get; private set; }

    public ProposalKind Kind { get; private set; }

    public ProposalRegistration Registration { get; private set; }

    /// <summary>The desa that proposes; for a move the one the family leaves.</summary>
    public Guid VillageId { get; private set; }

    /// <summary>Null for a new family until it is applied.</summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>Name of the head of family, kept here so that lists need no join.</summary>
    public string HeadName { get; private set; } = "";

    /// <summary>Dusun and RT/RW, for lists and the musyawarah's agenda.</summary>
    public string Hamlet { get; private set; } = "";

    public ProposalStage Stage { get; private set; }

    /// <summary>The furthest stage of the way it ever reached; a refusal does not take it back.</summary>
    public ProposalStage Reached { get; private set; }

    public DateTimeOffset StageSince { get; private set; }

    /// <summary>The stage from which a reviewer gave it back.</summary>
    public ProposalStage? ReturnedFrom { get; private set; }

    /// <summary>First day of the month of the update cycle it belongs to.</summary>
    public DateOnly CycleMonth { get; private set; }

    /// <summary>Handed in after the deadline, so it counts for the next cycle.</summary>
    public bool IsLate { get; private set; }

    /// <summary>How often it was handed in; each time has its own frozen diff.</summary>
    public int Round { get; private set; }

    /// <summary>JSON of <see cref="ProposalContent"/>, encrypted.</summary>
    public byte[] SealedContent { get; private set; } = [];

    /// <summary>How far the form has been filled: key of the last saved step.</summary>
    public string? DraftStep { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The musyawarah that found it worthy.</summary>
    public Guid? DeliberationId { get; private set; }

    public Guid? SocialVerifiedBy { get; private set; }

    /// <summary>The pendamping who visits.</summary>
    public Guid? FacilitatorId { get; private set; }

    public FieldFinding? Finding { get; private set; }

    public Guid? DispatchId { get; private set; }

    public CentreAnswer? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The decile the centre gave, 1 to 10.</summary>
    public int? AnsweredDecile { get; private set; }

    /// <summary>The import that brought the answer.</summary>
    public Guid? AnswerBatchId { get; private set; }

    /// <summary>The last reason given: for returning, rejecting, postponing.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the receipt's QR opens; random, says nothing about the family.</summary>
    public string PublicToken { get; private set; } = NewToken();

    /// <summary>Six digits on the receipt, encrypted.</summary>
    public byte[] PinCipher { get; private set; } = [];

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<ProposalStep> Steps => _steps;

    public IReadOnlyList<ProposalDiff> Diffs => _diffs;

    /// <summary>For a move: what the other desa may know.</summary>
    public IncomingMove? Incoming { get; private set; }

    public bool IsOpen => !ProposalFlow.IsFinal(Stage);

    public bool IsDraft => Stage is ProposalStage.Draft or ProposalStage.Returned;

    /// <summary>UU PDP: 3 x 24 hours from registration.</summary>
    public DateTimeOffset? OwnDataDueAt => ProposalFlow.IsOwnData(Kind) ? CreatedAt + ProposalClock.OwnData : null;

    /// <summary>The day by which it should have moved on in its cycle; a draft has none before it counts for one.</summary>
    internal DateOnly? DueOn(CycleCalendar calendar) => IsDraft || ProposalFlow.IsOwnData(Kind) ? null : calendar.Of(CycleMonth).DueOf(Stage);

    string IAudited.AuditName => Number == 0 ? "Usulan baru" : $"Usulan {ProposalNames.Number(CreatedAt.Year, Number)}";

    /// <summary>Saves the draft as it is, complete or not. Refused: USL-05.</summary>
    internal void Write(ProposalContent content, string? step, FieldCipher cipher, DateTimeOffset now)
    {
        if (!IsDraft) throw new RuleBrokenException(ProposalRules.Frozen);
        SealedContent = cipher.Seal(content.ToBytes(), Id);
        HeadName = Plain(content.HeadName, LongestName);
        Hamlet = Plain(content.Place, LongestPlace);
        DraftStep = step ?? DraftStep;
        UpdatedAt = now;
        if (PinCipher.Length == 0) PinCipher = cipher.Seal(RandomNumberGenerator.GetString("0123456789", PinLength), Id);
    }

    internal ProposalContent Content(FieldCipher cipher) => ProposalContent.FromBytes(cipher.OpenBytes(SealedContent, Id));

    internal const int PinLength = 6;
    internal const int LongestName = 150;
    internal const int LongestPlace = 130;

    /// <summary>The family this became, or was about.</summary>
    internal void Became(Guid householdId) => HouseholdId = householdId;

    /// <summary>A draft may hold anything; what lists show in clear may not.</summary>
    private static string Plain(string text, int longest) => FreeText.HoldsNumber(text) ? "" : text.Length <= longest ? text : text[..longest];

    private static string NewToken() => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 16);
}

/// <summary>One act in a proposal's history; never changed.</summary>
public sealed class ProposalStep : IAudited, IOfProposal
{
    private ProposalStep()
    {
    }

    internal ProposalStep(Guid proposalId, ProposalAct act, ProposalStage from, ProposalStage to, Actor actor, string? note, Guid? fileId, DateTimeOffset now)
    {
        (ProposalId, Act, From, To, Note, FileId, At) = (proposalId, act, from, to, note, fileId, now);
        (ActorId, ActorName) = (actor.UserId, actor.Name);
        Office = actor.Position.Length > 0 ? actor.Position : actor.Role is { } role ? RoleNames.Of(role) : actor.Name;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public ProposalAct Act { get; private set; }

    public ProposalStage From { get; private set; }

    public ProposalStage To { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>Jabatan then.</summary>
    public string Office { get; private set; } = "";

    public string? Note { get; private set; }

    public Guid? FileId { get; private set; }

    string IAudited.AuditName => $"{ProposalNames.Of(Act)}: {ProposalNames.Of(To)}";
}

/// <summary>What one submission proposed, frozen. A proposal that is corrected and handed in again gets another.</summary>
public sealed class ProposalDiff : IOfProposal
{
    private ProposalDiff()
    {
    }

    internal ProposalDiff(Guid proposalId, int round, byte[] plainLines, int lines, FieldCipher cipher, DateTimeOffset now)
    {
        (ProposalId, Round, Lines, FrozenAt) = (proposalId, round, lines, now);
        Sha256 = SHA256.HashData(plainLines);
        SealedLines = cipher.Seal(plainLines, Id);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public int Round { get; private set; }

    /// <summary>JSON array of <see cref="DiffLine"/>, encrypted.</summary>
    public byte[] SealedLines { get; private set; } = [];

    /// <summary>Of the plain lines: proves that nobody changed them.</summary>
    public byte[] Sha256 { get; private set; } = [];

    public int Lines { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }
}

/// <summary>For a move: what the desa of arrival may know of another desa's proposal, and no more.</summary>
public sealed class IncomingMove
{
    private IncomingMove()
    {
    }

    internal IncomingMove(Guid proposalId, Guid fromVillageId, Guid toVillageId) => (ProposalId, FromVillageId, ToVillageId) = (proposalId, fromVillageId, toVillageId);

    public Guid ProposalId { get; private set; }

    public Guid FromVillageId { get; private set; }

    public Guid ToVillageId { get; internal set; }

    public string HeadName { get; internal set; } = "";

    public ProposalStage Stage { get; internal set; }

    public DateTimeOffset StageSince { get; internal set; }
}

/// <summary>A picture that belongs to a proposal: re-encoded, without what the camera wrote into it.</summary>
public sealed class ProposalPhoto : IAudited, IOfProposal
{
    private ProposalPhoto()
    {
    }

    public ProposalPhoto(Guid proposalId, PhotoSubject subject, Guid fileId, Guid? takenBy, DateTimeOffset now)
    {
        (ProposalId, Subject, FileId, AddedBy, AddedAt) = (proposalId, subject, fileId, takenBy, now);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public PhotoSubject Subject { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>Latitude and longitude in degrees, encrypted ("-5.01234,104.05678"); only where somebody wanted them kept.</summary>
    public byte[]? LocationCipher { get; private set; }

    public Guid? AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    string IAudited.AuditName => ProposalNames.Of(Subject);

    internal void KeepLocation(string latitudeLongitude, FieldCipher cipher) => LocationCipher = cipher.Seal(latitudeLongitude, Id);
}

public enum PhotoSubject
{
    FrontOfHouse,
    Floor,
    Wall,
    Roof,
    Toilet,
    FamilyCard,
    IdentityCard,

    /// <summary>Surat pernyataan, signed.</summary>
    Statement,
    Other,
}

/// <summary>A child of a proposal: seen and written by whoever sees the proposal.</summary>
public interface IOfProposal
{
    Guid ProposalId { get; }
}
