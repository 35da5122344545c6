using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>A target as typed.</summary>
public sealed record TargetEntry(Guid IndicatorId, Guid AreaId, int Year, decimal Value, string Document);

/// <summary>One target per indicator, area and year: setting it again replaces it, and the trail keeps the old one.</summary>
public sealed class SetIndicatorTarget(TkpkDbContext db)
{
    public async Task<Guid> RunAsync(TargetEntry entry, CancellationToken ct)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(i => i.Id == entry.IndicatorId, ct) ?? throw new RuleBrokenException(StatisticsRules.UnknownIndicator, nameof(TargetEntry.IndicatorId), "");
        var area = await db.Areas.SingleOrDefaultAsync(a => a.Id == entry.AreaId, ct) ?? throw new RuleBrokenException(StatisticsRules.UnknownArea, nameof(TargetEntry.AreaId), "");
        if (!indicator.IsActive) throw new RuleBrokenException(StatisticsRules.IndicatorInactive, nameof(TargetEntry.IndicatorId), indicator.Code);
        if (entry.Year is < Period.FirstYear or > Period.LastYear) throw new RuleBrokenException(StatisticsRules.YearOutOfRange, nameof(TargetEntry.Year), Period.FirstYear, Period.LastYear);
        if (ValueCheck.ProblemOfValue(indicator, entry.Value) is { } problem) throw problem;
        var target = await db.IndicatorTargets.SingleOrDefaultAsync(t => t.IndicatorId == entry.IndicatorId && t.AreaId == entry.AreaId && t.Year == entry.Year, ct)
                     ?? db.IndicatorTargets.Add(new(indicator.Id, area.Id, entry.Year, entry.Value, entry.Document)).Entity;
        target.Label = $"{indicator.Code} {area.Name}, target {target.Year}";
        target.Set(entry.Value, entry.Document);
        await db.SaveChangesAsync(ct);
        return target.Id;
    }
}
