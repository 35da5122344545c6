using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

/// <summary>Pagu and realization in rupiah of one strategy or OPD.</summary>
public sealed record BudgetSum(decimal Ceiling, decimal Realized, int Lines, int Unreported)
{
    /// <summary>Realization in percent of pagu; null without pagu.</summary>
    public decimal? Percent => Ceiling > 0 ? Realized / Ceiling * 100 : null;
}

public sealed record AgencyBudget(Guid AgencyId, string Agency, string ShortName, BudgetSum Sum);

public sealed record StrategyBudget(Strategy Strategy, BudgetSum Sum);

/// <summary>State of a year's budget after a quarter. Source: reports of OPD. A line counts as unreported when it lacks a report for that quarter.</summary>
public sealed record BudgetSummary(int Year, int Quarter, BudgetSum Total, IReadOnlyList<StrategyBudget> Strategies, IReadOnlyList<AgencyBudget> Agencies)
{
    public IReadOnlyList<AgencyBudget> NotReported => [.. Agencies.Where(a => a.Sum.Unreported > 0)];
}

public sealed class BudgetSummaryQuery(TkpkDbContext db)
{
    /// <summary>The quarter that ended last: reports for it may be expected.</summary>
    public static (int Year, int Quarter) LastEnded(DateOnly today)
    {
        var quarter = (today.Month - 1) / 3;
        return quarter == 0 ? (today.Year - 1, 4) : (today.Year, quarter);
    }

    public async Task<BudgetSummary> RunAsync(int year, int quarter, CancellationToken ct)
    {
        var lines = await db.BudgetLines.AsNoTracking().Where(l => l.Year == year)
            .Join(db.Agencies, l => l.Program.AgencyId, a => a.Id, (l, a) => new Line(
                a.Id, a.Name, a.ShortName, l.Program.Strategy, l.RevisedCeiling ?? l.Ceiling,
                l.Realizations.Where(r => r.Quarter <= quarter).Max(r => (decimal?)r.Amount) ?? 0,
                l.Realizations.Any(r => r.Quarter == quarter)))
            .ToListAsync(ct);
        return new(
            year,
            quarter,
            SumOf(lines),
            [.. Enum.GetValues<Strategy>().Select(s => new StrategyBudget(s, SumOf(lines.Where(l => l.Strategy == s))))],
            [.. lines.GroupBy(l => (l.AgencyId, l.Agency, l.ShortName)).Select(g => new AgencyBudget(g.Key.AgencyId, g.Key.Agency, g.Key.ShortName, SumOf(g))).OrderByDescending(a => a.Sum.Ceiling)]);
    }

    private static BudgetSum SumOf(IEnumerable<Line> lines)
    {
        var all = lines.ToList();
        return new(all.Sum(l => l.Ceiling), all.Sum(l => l.Realized), all.Count, all.Count(l => !l.Reported));
    }

    private sealed record Line(Guid AgencyId, string Agency, string ShortName, Strategy Strategy, decimal Ceiling, decimal Realized, bool Reported);
}
