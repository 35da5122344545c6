namespace TkpkPortal.Core.Households;

/// <summary>Families of one desa and decile, counted whenever one of its families is written: dashboards never scan the registry.</summary>
public sealed class VillageTally
{
    public const int UnknownDecile = 0;

    public Guid VillageId { get; private set; }

    /// <summary>1 to 10, or 0 where the decile is unknown.</summary>
    public int Decile { get; private set; }

    public int Households { get; private set; }

    public int Members { get; private set; }

    /// <summary>Families without any active program.</summary>
    public int Unreached { get; private set; }
}

/// <summary>Families of one desa and decile in which a condition is present, counted with <see cref="VillageTally"/>.</summary>
public sealed class VillageConditionTally
{
    public Guid VillageId { get; private set; }

    /// <summary>A single condition.</summary>
    public HouseholdConditions Condition { get; private set; }

    /// <summary>1 to 10, or 0 where the decile is unknown.</summary>
    public int Decile { get; private set; }

    public int Households { get; private set; }

    public int Unreached { get; private set; }
}
