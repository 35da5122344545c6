using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Programs;

/// <summary>Money for a program in one year: one sub kegiatan with its pagu, output and target. Rupiah.</summary>
public sealed class BudgetLine : IAudited, IOfProgram
{
    private readonly List<Realization> _realizations = [];

    private BudgetLine()
    {
    }

    public BudgetLine(Guid programId, BudgetLineDetails details, DateOnly today)
    {
        ProgramId = programId;
        Correct(details, today);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProgramId { get; private set; }

    public AssistanceProgram Program { get; private set; } = null!;

    public int Year { get; private set; }

    /// <summary>Permendagri 90/2019 code, e.g. 1.06.05.2.02.0001.</summary>
    public string SubActivityCode { get; private set; } = "";

    public string SubActivityName { get; private set; } = "";

    /// <summary>Pagu murni.</summary>
    public decimal Ceiling { get; private set; }

    /// <summary>Pagu after APBD perubahan; null while there is none.</summary>
    public decimal? RevisedCeiling { get; private set; }

    public string OutputName { get; private set; } = "";

    public decimal OutputTarget { get; private set; }

    public string OutputUnit { get; private set; } = "";

    public uint Version { get; private set; }

    public IReadOnlyList<Realization> Realizations => _realizations;

    /// <summary>The pagu in force.</summary>
    public decimal CurrentCeiling => RevisedCeiling ?? Ceiling;

    string IAudited.AuditName => $"{SubActivityCode} {Year}";

    /// <summary>Needs the line's realizations loaded: a pagu may not fall below what was spent.</summary>
    public void Correct(BudgetLineDetails details, DateOnly today)
    {
        if (details.Year < 2000 || details.Year > today.Year + 1) throw new RuleBrokenException(ProgramRules.YearOutOfRange, nameof(Year), today.Year + 1);
        if (!ProgramRules.IsSubActivityCode(details.SubActivityCode)) throw new RuleBrokenException(ProgramRules.SubActivityShape, nameof(SubActivityCode));
        if (details.Ceiling <= 0) throw new RuleBrokenException(ProgramRules.CeilingNotPositive, nameof(Ceiling));
        if (details.RevisedCeiling <= 0) throw new RuleBrokenException(ProgramRules.CeilingNotPositive, nameof(RevisedCeiling));
        if (details.OutputTarget <= 0) throw new RuleBrokenException(ProgramRules.TargetNotPositive, nameof(OutputTarget));
        var spent = _realizations.Count == 0 ? 0 : _realizations.Max(r => r.Amount);
        if ((details.RevisedCeiling ?? details.Ceiling) < spent)
            throw new RuleBrokenException(ProgramRules.CeilingBelowRealization, details.RevisedCeiling is null ? nameof(Ceiling) : nameof(RevisedCeiling), Indonesian.Rupiah(spent));
        Year = details.Year;
        SubActivityCode = details.SubActivityCode;
        SubActivityName = details.SubActivityName;
        Ceiling = details.Ceiling;
        RevisedCeiling = details.RevisedCeiling;
        OutputName = details.OutputName;
        OutputTarget = details.OutputTarget;
        OutputUnit = details.OutputUnit;
    }

    /// <summary>Reports a quarter, or corrects what was reported for it. Needs the line's realizations loaded.</summary>
    public void Report(int quarter, RealizationDetails details, string reportedBy, DateOnly today, DateTimeOffset now)
    {
        if (new DateOnly(Year, (quarter * 3) - 2, 1) > today) throw new RuleBrokenException(ProgramRules.QuarterNotBegun, null, Indonesian.Roman(quarter), Year);
        CheckAmount(quarter, details.Amount);
        if (details.PhysicalPercent is < 0 or > 100) throw new RuleBrokenException(ProgramRules.PhysicalOutOfRange, nameof(Realization.PhysicalPercent));
        if (details.Recipients < 0) throw new RuleBrokenException(ProgramRules.RecipientsNegative, nameof(Realization.Recipients));
        var realization = _realizations.SingleOrDefault(r => r.Quarter == quarter);
        if (realization is null) _realizations.Add(realization = new(Id, quarter));
        realization.Report(details, reportedBy, now);
    }

    private void CheckAmount(int quarter, decimal amount)
    {
        const string field = nameof(Realization.Amount);
        if (amount < 0) throw new RuleBrokenException(ProgramRules.AmountNegative, field);
        if (amount > CurrentCeiling) throw new RuleBrokenException(ProgramRules.AmountAboveCeiling, field, Indonesian.Rupiah(amount), Indonesian.Rupiah(CurrentCeiling));
        if (_realizations.Where(r => r.Quarter < quarter).MaxBy(r => r.Quarter) is { } earlier && amount < earlier.Amount)
            throw new RuleBrokenException(ProgramRules.AmountBelowEarlier, field, Indonesian.Rupiah(earlier.Amount));
        if (_realizations.Where(r => r.Quarter > quarter).MinBy(r => r.Quarter) is { } later && amount > later.Amount)
            throw new RuleBrokenException(ProgramRules.AmountAboveLater, field, Indonesian.Rupiah(later.Amount));
    }
}

public sealed record BudgetLineDetails(
    int Year, string SubActivityCode, string SubActivityName, decimal Ceiling, decimal? RevisedCeiling, string OutputName, decimal OutputTarget, string OutputUnit);

/// <summary>What an OPD reports for a budget line at the end of a quarter. Amount and recipients are cumulative since January.</summary>
public sealed class Realization : IAudited
{
    private Realization()
    {
    }

    public Realization(Guid budgetLineId, int quarter)
    {
        BudgetLineId = budgetLineId;
        Quarter = quarter;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid BudgetLineId { get; private set; }

    public BudgetLine BudgetLine { get; private set; } = null!;

    /// <summary>1 to 4.</summary>
    public int Quarter { get; private set; }

    /// <summary>Rupiah, cumulative.</summary>
    public decimal Amount { get; private set; }

    /// <summary>0 to 100.</summary>
    public decimal PhysicalPercent { get; private set; }

    /// <summary>Recipients so far, in the program's recipient unit.</summary>
    public int Recipients { get; private set; }

    /// <summary>Kendala.</summary>
    public string? Constraint { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    public string ReportedBy { get; private set; } = "";

    public uint Version { get; private set; }

    string IAudited.AuditName => $"Triwulan {Quarter}";

    internal void Report(RealizationDetails details, string reportedBy, DateTimeOffset now)
    {
        Amount = details.Amount;
        PhysicalPercent = details.PhysicalPercent;
        Recipients = details.Recipients;
        Constraint = details.Constraint;
        ReportedBy = reportedBy;
        ReportedAt = now;
    }
}

public sealed record RealizationDetails(decimal Amount, decimal PhysicalPercent, int Recipients, string? Constraint);
