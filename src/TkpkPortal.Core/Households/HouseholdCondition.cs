namespace TkpkPortal.Core.Households;

/// <summary>
/// What makes a family's life hard, in one vocabulary for all instruments. Housing conditions come from survey answers by the instrument's mapping,
/// personal ones from the members on record. Lists and analyses use these, never the raw answers.
/// </summary>
[Flags]
public enum HouseholdConditions : long
{
    None = 0,

    EarthFloor = 1L << 0,
    WeakWall = 1L << 1,
    WeakRoof = 1L << 2,
    NoOwnToilet = 1L << 3,
    UnprotectedWater = 1L << 4,

    /// <summary>450 VA or no electricity.</summary>
    LowPower = 1L << 5,
    FirewoodCooking = 1L << 6,
    NotOwnHouse = 1L << 7,
    NoSavings = 1L << 8,
    StuntingRisk = 1L << 9,
    ChronicIllness = 1L << 10,

    /// <summary>A member of 7 to 18 years who does not go to school.</summary>
    OutOfSchoolChild = 1L << 20,

    /// <summary>Everybody in the family is 60 or older.</summary>
    ElderlyAlone = 1L << 21,
    SevereDisability = 1L << 22,
    Pregnancy = 1L << 23,
    NoHealthInsurance = 1L << 24,
    FemaleHead = 1L << 25,
    HeadNotWorking = 1L << 26,

    /// <summary>Derived from the members; the others come from surveys.</summary>
    OfMembers = OutOfSchoolChild | ElderlyAlone | SevereDisability | Pregnancy | NoHealthInsurance | FemaleHead | HeadNotWorking,
}
