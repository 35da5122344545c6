using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>Takes back a figure that should never have been recorded. The trail keeps its old value and, in an entry of its own, the reason.</summary>
public sealed class WithdrawIndicatorValue(TkpkDbContext db, AuditTrail trail)
{
    public async Task RunAsync(Guid id, string reason, uint version, CancellationToken ct)
    {
        var kept = await db.IndicatorValues.SingleOrDefaultAsync(v => v.Id == id, ct) ?? throw new RecordNotFoundException();
        var indicator = await db.Indicators.SingleAsync(i => i.Id == kept.IndicatorId, ct);
        var area = await db.Areas.SingleAsync(a => a.Id == kept.AreaId, ct);
        db.ExpectVersion(kept, version);
        kept.Label = ValueCheck.Label(indicator, area, kept.Period);
        trail.Add(db, new(AuditAction.Update, nameof(IndicatorValue), kept.Id, kept.Label), reason, rootId: indicator.Id);
        db.IndicatorValues.Remove(kept);
        await db.SaveChangesAsync(ct);
    }
}
