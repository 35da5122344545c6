using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

/// <summary>An OPD is deactivated, not deleted: programs and follow-ups point to it.</summary>
public sealed class ChangeAgencyState(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, bool active, CancellationToken ct)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RecordNotFoundException();
        if (active) agency.Reactivate();
        else agency.Deactivate();
        await db.SaveChangesAsync(ct);
    }
}
