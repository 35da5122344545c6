namespace TkpkPortal.Core.Common;

/// <summary>Personal data that belongs to one desa.</summary>
public interface IInVillage
{
    Guid VillageId { get; }
}

/// <summary>A child of a family: seen and written by whoever sees the family.</summary>
public interface IOfHousehold
{
    Guid HouseholdId { get; }
}

/// <summary>Belongs to one OPD.</summary>
public interface IOfAgency
{
    Guid AgencyId { get; }
}

/// <summary>A child of a program: written by whoever may write the program.</summary>
public interface IOfProgram
{
    Guid ProgramId { get; }
}

/// <summary>Every write is audited, with old and new values. The name is what people call the record.</summary>
public interface IAudited
{
    Guid Id { get; }

    string AuditName { get; }
}
