using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Pages.Programs;

/// <summary>What the budget figures say, in one sentence that is true of them.</summary>
public static class BudgetWords
{
    private static readonly string[] Counted = ["Tidak satu pun", "Satu", "Dua", "Tiga"];

    public static BudgetData Chart(BudgetSummary summary, decimal target) => new(
        [.. summary.Strategies.Where(s => s.Sum.Lines > 0).Select(s => new BudgetRow(ProgramNames.Of(s.Strategy), s.Sum.Ceiling, s.Sum.Realized, $"/program?strategi={s.Strategy}&tahun={summary.Year}"))],
        target);

    /// <summary>The target holds at the end of the year, so only then is it compared.</summary>
    public static string Title(BudgetSummary summary, decimal target)
    {
        var funded = summary.Strategies.Where(s => s.Sum.Percent is not null).ToList();
        if (funded.Count == 0) return "Pagu dan realisasi menurut strategi";
        var goal = $"target serapan {Indonesian.NumberTrimmed(target)} %";
        if (summary.Quarter == 4)
        {
            var below = funded.Count(s => s.Sum.Percent < target);
            if (below == 0) return $"Semua strategi mencapai {goal}";
            return below == funded.Count ? $"Semua strategi berakhir di bawah {goal}" : $"{Counted[below]} dari {Counted[funded.Count].ToLowerInvariant()} strategi berakhir di bawah {goal}";
        }

        var lowest = funded.MinBy(s => s.Sum.Percent)!;
        var spread = funded.Max(s => s.Sum.Percent) - lowest.Sum.Percent;
        return spread < 5
            ? $"Serapan {Indonesian.Percent(summary.Total.Percent ?? 0, 1)}, hampir sama di semua strategi"
            : $"Serapan paling rendah pada {Lower(ProgramNames.Of(lowest.Strategy))}, {Indonesian.Percent(lowest.Sum.Percent!.Value, 1)}";
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
