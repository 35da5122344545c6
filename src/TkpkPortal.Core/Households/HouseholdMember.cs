using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public enum FamilyRelation
{
    Head = 1,
    Spouse = 2,
    Child = 3,
    ChildInLaw = 4,
    Grandchild = 5,
    Parent = 6,
    Servant = 7,
    Other = 8,
}

public enum Sex
{
    Male,
    Female,
}

public enum Education
{
    None,
    Primary,
    LowerSecondary,
    UpperSecondary,
    Tertiary,
}

public enum MaritalStatus
{
    Unmarried = 1,
    Married = 2,
    Divorced = 3,
    Widowed = 4,
}

/// <summary>Codes of Regsosek and DTSEN.</summary>
public enum SchoolStatus
{
    Never = 1,
    Attending = 2,
    NoLonger = 3,
}

/// <summary>What the surveys' nine functions amount to; the answers themselves stay in the survey.</summary>
public enum DisabilityLevel
{
    None,
    Moderate,
    Severe,
}

/// <summary>JKN: how the person is insured.</summary>
public enum HealthInsurance
{
    None = 0,

    /// <summary>Penerima bantuan iuran.</summary>
    Subsidized = 1,
    SelfPaid = 2,
    Employer = 4,
    Other = 8,
}

/// <summary>Kedudukan dalam pekerjaan, codes of Regsosek and DTSEN; 0 does not work.</summary>
public enum WorkStatus
{
    None = 0,
    SelfEmployed = 1,
    WithCasualLabour = 2,
    WithStaff = 3,
    PrivateEmployee = 4,
    PublicEmployee = 5,
    FarmLabourer = 6,
    OtherLabourer = 7,
    UnpaidFamily = 8,
}

/// <summary>One person of a family. Without NIK is a normal record ("belum padan").</summary>
public sealed class HouseholdMember : IAudited, IOfHousehold
{
    private HouseholdMember()
    {
    }

    public HouseholdMember(Guid householdId) => HouseholdId = householdId;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public byte[]? NikCipher { get; private set; }

    public byte[]? NikDigest { get; private set; }

    public FamilyRelation Relation { get; private set; }

    public Sex Sex { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    public Education? Education { get; private set; }

    public SchoolStatus? School { get; private set; }

    public string? Occupation { get; private set; }

    public WorkStatus? Work { get; private set; }

    public MaritalStatus? Marital { get; private set; }

    public DisabilityLevel? Disability { get; private set; }

    public bool? Pregnant { get; private set; }

    public HealthInsurance? HealthInsurance { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public LeaveReason? LeaveReason { get; private set; }

    string IAudited.AuditName => "";

    internal void Correct(MemberDetails details)
    {
        Name = details.Name;
        Relation = details.Relation;
        Sex = details.Sex;
        BirthDate = details.BirthDate;
        Education = details.Education;
        Occupation = details.Occupation;
        School = details.School;
        Work = details.Work;
        Marital = details.Marital;
        Disability = details.Disability;
        Pregnant = details.Sex == Sex.Female ? details.Pregnant : null;
        HealthInsurance = details.HealthInsurance;
    }

    /// <summary>The same row goes to another family: its NIK is sealed to its id, and its history stays one.</summary>
    internal void GoTo(Household household, FamilyRelation relation)
    {
        HouseholdId = household.Id;
        Relation = relation;
    }

    internal void Become(FamilyRelation relation) => Relation = relation;

    internal void SetNik(Nik? nik, FieldCipher cipher)
    {
        NikCipher = nik is { } n ? cipher.Seal(n.Digits, Id) : null;
        NikDigest = nik is { } m ? cipher.Digest(m.Digits) : null;
    }

    internal void Leave(DateOnly on, LeaveReason reason)
    {
        LeftOn = on;
        LeaveReason = reason;
    }
}

public sealed record MemberDetails(string Name, FamilyRelation Relation, Sex Sex, DateOnly? BirthDate, Education? Education, string? Occupation)
{
    public SchoolStatus? School { get; init; }

    public WorkStatus? Work { get; init; }

    public MaritalStatus? Marital { get; init; }

    public DisabilityLevel? Disability { get; init; }

    public bool? Pregnant { get; init; }

    public HealthInsurance? HealthInsurance { get; init; }
}

/// <summary>A pendamping looks after this family.</summary>
public sealed class HouseholdAssignment : IAudited, IOfHousehold
{
    private HouseholdAssignment()
    {
    }

    public HouseholdAssignment(Guid householdId, Guid userId, DateTimeOffset now)
    {
        HouseholdId = householdId;
        UserId = userId;
        AssignedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    public Guid UserId { get; private set; }

    public DateTimeOffset AssignedAt { get; private set; }

    string IAudited.AuditName => "";
}
