using System.Security.Cryptography;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

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
