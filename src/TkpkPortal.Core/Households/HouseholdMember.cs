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

    public string? Occupation { get; private set; }

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

public sealed record MemberDetails(string Name, FamilyRelation Relation, Sex Sex, DateOnly? BirthDate, Education? Education, string? Occupation);

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
