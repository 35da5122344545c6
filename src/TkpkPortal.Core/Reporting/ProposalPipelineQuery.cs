using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Reporting;

/// <summary>Proposals handed in and not yet at their end.</summary>
/// <param name="MeanDays">Days at their present stage, on average.</param>
/// <param name="OldestCycle">The first cycle that still holds one; null when nothing is on its way.</param>
public sealed record ProposalPipeline(int Count, int MeanDays, DateOnly? OldestCycle, int OfOldestCycle);

/// <summary>From the kept counts, so that a leader, who sees no proposal, is told too.</summary>
public sealed class ProposalPipelineQuery(TkpkDbContext db, KabupatenClock clock)
{
    private static readonly ProposalStage[] OnTheWay = [.. Enum.GetValues<ProposalStage>().Where(s => s != ProposalStage.Draft && !ProposalFlow.IsFinal(s))];

    public async Task<ProposalPipeline> RunAsync(CancellationToken ct)
    {
        var months = await db.ProposalTallies.AsNoTracking().Where(t => OnTheWay.Contains(t.Stage) && t.Count > 0)
            .GroupBy(t => t.CycleMonth).Select(g => new { Month = g.Key, Count = g.Sum(t => t.Count), Since = g.Sum(t => t.SinceDays) }).OrderBy(g => g.Month).ToListAsync(ct);
        var count = months.Sum(m => m.Count);
        if (count == 0) return new(0, 0, null, 0);
        var today = DateOnly.FromDateTime(clock.Now.UtcDateTime).DayNumber;
        return new(count, (int)Math.Round(((decimal)today * count - months.Sum(m => m.Since)) / count, MidpointRounding.AwayFromZero), months[0].Month, months[0].Count);
    }
}
