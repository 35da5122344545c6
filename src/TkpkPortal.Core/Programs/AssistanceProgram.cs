using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Programs;

/// <summary>The three strategies of Inpres 4/2022 and Inpres 8/2025.</summary>
public enum Strategy
{
    ReduceSpending = 1,
    RaiseIncome = 2,
    ReducePockets = 3,
}

/// <summary>The older clusters of Perpres 15/2010, still asked for in LP2KD.</summary>
public enum Cluster
{
    SocialAssistance = 1,
    CommunityEmpowerment = 2,
    MicroEnterprise = 3,
    ProPoor = 4,
}

public enum FundingSource
{
    Apbn,
    ApbdProvince,
    ApbdRegency,
    VillageFund,
    VillageAllocation,
    Baznas,
    Csr,
    Bank,
    Grant,
    SelfHelp,
}

public enum RecipientUnit
{
    Household,
    Individual,
    Group,
    Location,
}

/// <summary>A program that helps poor families, owned by one OPD.</summary>
public sealed class AssistanceProgram : IAudited, IOfAgency
{
    private readonly List<BudgetLine> _budgetLines = [];

    private AssistanceProgram()
    {
    }

    public AssistanceProgram(ProgramDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Short code people use: PKH, SEMBAKO.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The OPD responsible for it here.</summary>
    public Guid AgencyId { get; private set; }

    public Strategy Strategy { get; private set; }

    public Cluster? Cluster { get; private set; }

    public FundingSource FundingSource { get; private set; }

    public RecipientUnit RecipientUnit { get; private set; }

    public int DecileFrom { get; private set; }

    public int DecileTo { get; private set; }

    public string? LegalBasis { get; private set; }

    public string? Benefit { get; private set; }

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    public IReadOnlyList<BudgetLine> BudgetLines => _budgetLines;

    string IAudited.AuditName => Name;

    public void Correct(ProgramDetails details)
    {
        if (details.DecileFrom is < 1 or > 10 || details.DecileTo is < 1 or > 10) throw new RuleBrokenException(ProgramRules.DecileOutOfRange, nameof(DecileFrom));
        if (details.DecileTo < details.DecileFrom) throw new RuleBrokenException(ProgramRules.DecileReversed, nameof(DecileTo));
        Code = details.Code;
        Name = details.Name;
        AgencyId = details.AgencyId;
        Strategy = details.Strategy;
        Cluster = details.Cluster;
        FundingSource = details.FundingSource;
        RecipientUnit = details.RecipientUnit;
        DecileFrom = details.DecileFrom;
        DecileTo = details.DecileTo;
        LegalBasis = details.LegalBasis;
        Benefit = details.Benefit;
    }

    /// <summary>An unknown decile is not outside.</summary>
    public bool Covers(int? decile) => decile is null || (decile >= DecileFrom && decile <= DecileTo);

    public void Close()
    {
        if (!IsActive) throw new RuleBrokenException(ProgramRules.AlreadyClosed);
        IsActive = false;
    }

    public void Reopen()
    {
        if (IsActive) throw new RuleBrokenException(ProgramRules.AlreadyOpen);
        IsActive = true;
    }
}

public sealed record ProgramDetails(
    string Code, string Name, Guid AgencyId, Strategy Strategy, Cluster? Cluster, FundingSource FundingSource,
    RecipientUnit RecipientUnit, int DecileFrom, int DecileTo, string? LegalBasis, string? Benefit);
