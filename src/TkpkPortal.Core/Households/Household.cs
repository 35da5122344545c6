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

    public int MemberCount { get; private set; }

    /// <summary>Programs the family receives now; 0 is "belum tersentuh".</summary>
    public int ActiveProgramCount { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public LeaveReason? LeaveReason { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<HouseholdMember> Members => _members;

    /// <summary>Personal: the audit trail keeps it encrypted only.</summary>
    string IAudited.AuditName => "";

    /// <summary>Refused: KEL-10.</summary>
    internal void Correct(HouseholdDetails details, NumberChange<FamilyCardNumber> card, FieldCipher cipher, KabupatenClock clock)
    {
        MustBeHere();
        FreeText.MustHoldNoNumber(details.Address, nameof(Address));
        FreeText.MustHoldNoNumber(details.Hamlet, nameof(Hamlet));
        SetAddress(details.Address, details.Hamlet, details.Rt, details.Rw);
        if (card.Changes) SetCardNumber(card.Value, cipher);
        UpdatedAt = clock.Now;
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

    /// <summary>Only the centre ranks families: a decile always names its source and release. Refused: KEL-10, KEL-15, KEL-16, KEL-17.</summary>
    internal void Rank(DecileDetails ranked, KabupatenClock clock)
    {
        MustBeHere();
        if (ranked.Decile is < 1 or > 10) throw new RuleBrokenException(HouseholdRules.DecileRange, nameof(Decile));
        if (string.IsNullOrWhiteSpace(ranked.Source)) throw new RuleBrokenException(HouseholdRules.DecileSourceNeeded, "Source");
        FreeText.MustHoldNoNumber(ranked.Source, "Source");
        if (ranked.ReleasedOn > clock.Today) throw new RuleBrokenException(HouseholdRules.DecileReleaseInvalid, "ReleasedOn");
        SetDecile(ranked.Decile, ranked.Source, ranked.ReleasedOn);
        UpdatedAt = clock.Now;
    }

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
        UpdatedAt = now;
    }
}

public sealed record HouseholdDetails(string Address, string? Hamlet, string? Rt, string? Rw);

public sealed record DecileDetails(int Decile, string Source, DateOnly ReleasedOn);

public enum LeaveReason
{
    Deceased,
    Moved,
    NoLongerPoor,
    Duplicate,
}
