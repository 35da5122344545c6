using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>An indicator is deactivated, not deleted: its figures stay readable.</summary>
public sealed class ChangeIndicatorState(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, bool active, CancellationToken ct)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new RecordNotFoundException();
        if (active) indicator.Reactivate();
        else indicator.Deactivate();
        await db.SaveChangesAsync(ct);
    }
}
