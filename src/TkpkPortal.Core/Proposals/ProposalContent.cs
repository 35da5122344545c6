using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

public enum ObjectionGround
{
    NoLongerPoor,
    LeftThePlace,
    Duplicate,
    WrongData,
}

/// <summary>
/// A draft as it was typed: it can always be saved, so numbers and dates are texts that may still be wrong. <see cref="Base"/> is the record as it was when the draft was made;
/// what differs from it is what the proposer wants.
/// </summary>
public sealed record ProposalContent
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Null for a new family.</summary>
    public FamilyDraft? Base { get; init; }

    public FamilyDraft Family { get; init; } = new();

    /// <summary>Why the desa proposes it, in its own words.</summary>
    public string? Grounds { get; init; }

    /// <summary>Who brought or named the family: for a sanggah the person who objects. Never printed.</summary>
    public string? Informant { get; init; }

    public string? InformantPhone { get; init; }

    public bool? IdentityCardSeen { get; init; }

    public bool? FamilyCardSeen { get; init; }

    public ObjectionGround? Ground { get; init; }

    /// <summary>For an exit, or an objection that amounts to one.</summary>
    public LeaveReason? LeaveReason { get; init; }

    public string? LeftOn { get; init; }

    /// <summary>For a move.</summary>
    public Guid? ToVillageId { get; init; }

    [JsonIgnore]
    public string HeadName => Family.Head?.Name ?? Base?.Head?.Name ?? "";

    /// <summary>"Dusun II, RT 003/RW 001".</summary>
    [JsonIgnore]
    public string Place => string.Join(", ", new[] { Family.Hamlet, string.Join("/", new[] { Family.Rt is { } rt ? $"RT {rt}" : null, Family.Rw is { } rw ? $"RW {rw}" : null }.OfType<string>()) }
        .Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>The record knows this person already.</summary>
    public bool IsOfRecord(Guid memberKey) => Base?.Members.Any(m => m.Key == memberKey) ?? false;

    /// <summary>A person the draft does not hold does not exist.</summary>
    public MemberDraft Member(Guid key) => Family.Members.FirstOrDefault(m => m.Key == key) ?? throw new RecordNotFoundException();

    internal ProposalContent WithMembers(IReadOnlyList<MemberDraft> members) => this with { Family = Family with { Members = members } };

    internal ProposalContent Replace(MemberDraft member) => WithMembers([.. Family.Members.Select(m => m.Key == member.Key ? member : m)]);

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static ProposalContent FromBytes(byte[] bytes) => JsonSerializer.Deserialize<ProposalContent>(bytes, Json)!;
}

/// <summary>A family as a form holds it.</summary>
public sealed record FamilyDraft
{
    public string? CardNumber { get; init; }

    public string? Address { get; init; }

    public string? Hamlet { get; init; }

    public string? Rt { get; init; }

    public string? Rw { get; init; }

    public IReadOnlyList<MemberDraft> Members { get; init; } = [];

    /// <summary>Question key of the instrument to the answer code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    [JsonIgnore]
    public MemberDraft? Head => Members.FirstOrDefault(m => m.Relation == FamilyRelation.Head && !m.Leaves);

    /// <summary>The record as it is now. Numbers are in clear: the draft is encrypted as a whole.</summary>
    internal static FamilyDraft Of(Household household, IReadOnlyDictionary<string, string> answers, FieldCipher cipher) => new()
    {
        CardNumber = household.CardNumberCipher is { } card ? cipher.TryOpen(card, household.Id) : null,
        Address = Blank.ToNull(household.Address),
        Hamlet = household.Hamlet,
        Rt = household.Rt,
        Rw = household.Rw,
        Members = [.. household.Members.Where(m => m.LeftOn is null).OrderBy(m => m.Relation).ThenBy(m => m.BirthDate).Select(m => MemberDraft.Of(m, cipher))],
        Answers = answers,
    };
}

/// <summary>One person as a form holds it.</summary>
public sealed record MemberDraft
{
    /// <summary>The member's id, or a new one for a person who is to be added.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    public string? Name { get; init; }

    public string? Nik { get; init; }

    public FamilyRelation? Relation { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>As typed, or "2001-05-17".</summary>
    public string? BirthDate { get; init; }

    public MaritalStatus? Marital { get; init; }

    public Education? Education { get; init; }

    public SchoolStatus? School { get; init; }

    public string? Occupation { get; init; }

    public WorkStatus? Work { get; init; }

    public DisabilityLevel? Disability { get; init; }

    public bool? Pregnant { get; init; }

    public HealthInsurance? HealthInsurance { get; init; }

    /// <summary>The person is to leave the family's record.</summary>
    public LeaveReason? LeaveReason { get; init; }

    public string? LeftOn { get; init; }

    [JsonIgnore]
    public bool Leaves => LeaveReason is not null;

    internal static MemberDraft Of(HouseholdMember member, FieldCipher cipher) => new()
    {
        Key = member.Id,
        Name = member.Name,
        Nik = member.NikCipher is { } nik ? cipher.TryOpen(nik, member.Id) : null,
        Relation = member.Relation,
        Sex = member.Sex,
        BirthDate = member.BirthDate is { } birth ? Texts.Of(birth) : null,
        Marital = member.Marital,
        Education = member.Education,
        School = member.School,
        Occupation = member.Occupation,
        Work = member.Work,
        Disability = member.Disability,
        Pregnant = member.Pregnant,
        HealthInsurance = member.HealthInsurance,
    };
}
