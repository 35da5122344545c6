using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>A family as the registry holds it, with the people in it now.</summary>
internal sealed class HeldFamily
{
    public required Guid Id { get; init; }

    public required Guid VillageId { get; init; }

    public byte[]? CardDigest { get; init; }

    public required string HeadName { get; init; }

    public required string Address { get; init; }

    public string? Hamlet { get; init; }

    public string? Rt { get; init; }

    public string? Rw { get; init; }

    public string? Legacy { get; init; }

    public int? Decile { get; init; }

    public string? DecileSource { get; init; }

    public DateOnly? DecileReleasedOn { get; init; }

    public HouseholdConditions Conditions { get; init; }

    public HouseholdConditions Known { get; init; }

    /// <summary>What the release of this import ranked it before; only where the release holds the family.</summary>
    public (bool Ranked, int? Decile) InRelease { get; set; }

    public List<HeldPerson> People { get; } = [];

    /// <summary>The latest answers to this import's instrument: of the family under <see cref="Guid.Empty"/>, of members under their id.</summary>
    public Dictionary<Guid, IReadOnlyDictionary<string, string>> Answers { get; } = [];
}

internal sealed class HeldPerson
{
    public required Guid Id { get; init; }

    public byte[]? NikDigest { get; init; }

    public required MemberDetails Details { get; init; }
}

/// <summary>All good rows of a file that speak of one family.</summary>
internal sealed class FamilyGroup
{
    public required ulong Key { get; init; }

    public List<KeptRow> Rows { get; } = [];

    /// <summary>Rows that stay out for a cell of theirs.</summary>
    public List<KeptRow> Bad { get; } = [];

    public string? Card { get; set; }

    public byte[]? CardDigest { get; set; }

    public int FirstRow => Rows.Concat(Bad).Min(r => r.Number);
}
