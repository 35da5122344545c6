using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

internal enum OutcomeKind
{
    New,
    Changed,
    Same,

    /// <summary>Nothing of it may go in.</summary>
    Refused,
}

/// <summary>What a file makes of one family: the whole new state, and what differs from the old one.</summary>
internal sealed class FamilyOutcome
{
    public required FamilyGroup Group { get; init; }

    public HeldFamily? Held { get; init; }

    public OutcomeKind Kind { get; set; }

    public Guid VillageId { get; set; }

    public string Address { get; set; } = "";

    public string? Hamlet { get; set; }

    public string? Rt { get; set; }

    public string? Rw { get; set; }

    public string? Legacy { get; set; }

    /// <summary>A number to write, or with <see cref="CardCleared"/> none.</summary>
    public string? Card { get; set; }

    public bool CardCleared { get; set; }

    /// <summary>What the release says of it; null where the file does not rank.</summary>
    public RankedDecile? Rank { get; set; }

    public IReadOnlyDictionary<string, string>? Answers { get; set; }

    public HouseholdConditions Conditions { get; set; }

    public HouseholdConditions Known { get; set; }

    /// <summary>New and changed people; those not in the file are not here and stay.</summary>
    public List<PersonOutcome> People { get; } = [];

    public List<MemberDetails> AllPeople { get; } = [];

    public List<FieldChange> Diff { get; } = [];

    public List<(KeptRow Row, int Field, Rule Rule, object[] Places)> Problems { get; } = [];

    public string HeadName => AllPeople.First(p => p.Relation == FamilyRelation.Head).Name;

    public void Refuse(KeptRow row, int field, Rule rule, params object[] places)
    {
        Kind = OutcomeKind.Refused;
        Problems.Add((row, field, rule, places));
    }
}

internal sealed record RankedDecile(int? Decile, string Source, DateOnly ReleasedOn, Guid ReleaseId);

internal sealed class PersonOutcome
{
    public required KeptRow Row { get; init; }

    public HeldPerson? Held { get; init; }

    public required MemberDetails Details { get; init; }

    /// <summary>Digits to write; null with <see cref="NikCleared"/> takes the number away.</summary>
    public string? Nik { get; init; }

    public bool NikCleared { get; init; }

    public IReadOnlyDictionary<string, string>? Answers { get; set; }

    public bool IsChanged => Held is null || Nik is not null || NikCleared || Held.Details != Details;
}
