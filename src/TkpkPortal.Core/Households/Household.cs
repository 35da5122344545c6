using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>One keluarga: the people on one Kartu Keluarga. Leaves only with a reason, never by deletion.</summary>
public sealed partial class Household : IAudited, IInVillage
{
    private readonly List<HouseholdMember> _members = [];

    private Household()
    {
    }

    public Household(Guid villageId, DateTimeOffset now)
    {
        VillageId = villageId;
        RegisteredAt = now;
        UpdatedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid VillageId { get; private set; }

    /// <summary>Nomor KK, encrypted; null for a family without a card.</summary>
    public byte[]? CardNumberCipher { get; private set; }

    public byte[]? CardNumberDigest { get; private set; }

    /// <summary>Name of the head of family, kept here so that lists need no join.</summary>
    public string HeadName { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>Dusun, jorong or lingkungan.</summary>
    public string? Hamlet { get; private set; }

    public string? Rt { get; private set; }

    public string? Rw { get; private set; }

    /// <summary>Desil 1 (poorest) to 10, set by the centre; null is unknown. Never computed here.</summary>
    public int? Decile { get; private set; }

    public string? DecileSource { get; private set; }

    public DateOnly? DecileReleasedOn { get; private set; }

    /// <summary>Conditions that are present. One that is absent here may also be unknown: see <see cref="KnownConditions"/>.</summary>
    public HouseholdConditions Conditions { get; private set; }

    /// <summary>Conditions somebody answered, present or not.</summary>
    public HouseholdConditions KnownConditions { get; private set; }

    /// <summary>Nomor rumah tangga of BDT 2015: families that shared one kitchen then carry the same.</summary>
    public string? LegacyHouseholdNumber { get; private set; }

    public int MemberCount { get; private set; }

    /// <summary>Programs the family receives now; 0 is "belum tersentuh".</summary>
    public int ActiveProgramCount { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public LeaveReason? LeaveReason { get; private set; }

    /// <summary>The family this one was joined to, when it left for that.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The family this one was split from.</summary>
    public Guid? SplitFromId { get; private set; }

    /// <summary>The import that made this family.</summary>
    public Guid? OriginBatchId { get; private set; }

    /// <summary>The import that wrote this family last; null as soon as a person has changed it. Undo touches only rows that still name its batch.</summary>
    public Guid? LastBatchId { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<HouseholdMember> Members => _members;

    /// <summary>Personal: the audit trail keeps it encrypted only.</summary>
    string IAudited.AuditName => "";

    /// <summary>Refused: KEL-10.</summary>
    internal void Correct(HouseholdDetails details, NumberChange<FamilyCardNumber> card, FieldCipher cipher, KabupatenClock clock)
    {
        MustBeHere();
        CheckAddress(details);
        FreeText.MustHoldNoNumber(details.LegacyNumber, nameof(HouseholdDetails.LegacyNumber));
        SetAddress(details.Address, details.Hamlet, details.Rt, details.Rw);
        SetLegacyNumber(details.LegacyNumber);
        if (card.Changes) SetCardNumber(card.Value, cipher);
        Written(clock.Now);
    }

    /// <summary>To another desa; members, programs and history go along. Refused: IDN-11, KEL-10, KEL-22.</summary>
    internal void MoveTo(Guid villageId, HouseholdDetails address, KabupatenClock clock)
    {
        MustBeHere();
        if (villageId == VillageId) throw new RuleBrokenException(HouseholdRules.AlreadyInVillage, nameof(VillageId));
        CheckAddress(address);
        VillageId = villageId;
        SetAddress(address.Address, address.Hamlet, address.Rt, address.Rw);
        Written(clock.Now);
    }

    internal void SetCardNumber(FamilyCardNumber? number, FieldCipher cipher)
    {
        CardNumberCipher = number is { } n ? cipher.Seal(n.Digits, Id) : null;
        CardNumberDigest = number is { } m ? cipher.Digest(m.Digits) : null;
    }

    internal void SetAddress(string address, string? hamlet, string? rt, string? rw)
    {
        Address = address;
        Hamlet = hamlet;
        Rt = rt;
        Rw = rw;
    }

    /// <summary>What the newest release says; only an import brings one.</summary>
    internal void SetDecile(int? decile, string? source, DateOnly? releasedOn)
    {
        Decile = decile;
        DecileSource = source;
        DecileReleasedOn = releasedOn;
    }

    internal void ProgramsChanged(int active) => ActiveProgramCount = active;

    /// <summary>For a bulk writer that brings a complete family: asks no rule.</summary>
    internal void Take(HouseholdMember member)
    {
        _members.Add(member);
        Touch(UpdatedAt);
    }

    /// <summary>A changed member must change the family's own row too, or two editors do not notice each other.</summary>
    internal void Touch(DateTimeOffset now)
    {
        HeadName = _members.SingleOrDefault(m => m.LeftOn is null && m.Relation == FamilyRelation.Head)?.Name ?? HeadName;
        MemberCount = _members.Count(m => m.LeftOn is null);
        ObserveMembers(DateOnly.FromDateTime(now.UtcDateTime));
        Written(now);
    }

    /// <summary>Age decides some conditions, so they are also looked at again without any change.</summary>
    internal void ObserveMembers(DateOnly today)
    {
        var (present, known) = MemberConditions.Of(_members, today);
        Observe(present, known, HouseholdConditions.OfMembers);
    }

    /// <summary>Takes conditions within <paramref name="about"/>; what it does not speak of stays.</summary>
    internal void Observe(HouseholdConditions present, HouseholdConditions known, HouseholdConditions about)
    {
        Conditions = (Conditions & ~about) | (present & about);
        KnownConditions = (KnownConditions & ~about) | (known & about);
    }

    internal void SetLegacyNumber(string? number) => LegacyHouseholdNumber = number;

    private static void CheckAddress(HouseholdDetails details)
    {
        FreeText.MustHoldNoNumber(details.Address, nameof(Address));
        FreeText.MustHoldNoNumber(details.Hamlet, nameof(Hamlet));
    }

    /// <summary>Every change by a person passes here.</summary>
    private void Written(DateTimeOffset now)
    {
        UpdatedAt = now;
        LastBatchId = null;
    }
}

public sealed record HouseholdDetails(string Address, string? Hamlet, string? Rt, string? Rw)
{
    /// <summary>Nomor rumah tangga of BDT 2015.</summary>
    public string? LegacyNumber { get; init; }
}

public enum LeaveReason
{
    Deceased,
    Moved,
    NoLongerPoor,
    Duplicate,

    /// <summary>Its people went to another family (gabung); never chosen on the leave form.</summary>
    Merged,
}
