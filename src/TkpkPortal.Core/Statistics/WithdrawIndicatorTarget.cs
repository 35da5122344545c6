using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>Takes back a target that no plan holds. The trail keeps its old value and the reason.</summary>
public sealed class WithdrawIndicatorTarget(TkpkDbContext db, AuditTrail trail)
{
    public async Task RunAsync(Guid id, string reason, CancellationToken ct)
    {
        var target = await db.IndicatorTargets.SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new RecordNotFoundException();
        var indicator = await db.Indicators.SingleAsync(i => i.Id == target.IndicatorId, ct);
        var area = await db.Areas.SingleAsync(a => a.Id == target.AreaId, ct);
        target.Label = $"{indicator.Code} {area.Name}, target {target.Year}";
        trail.Add(db, new(AuditAction.Update, nameof(IndicatorTarget), target.Id, target.Label), reason, rootId: indicator.Id);
        db.IndicatorTargets.Remove(target);
        await db.SaveChangesAsync(ct);
    }
}
