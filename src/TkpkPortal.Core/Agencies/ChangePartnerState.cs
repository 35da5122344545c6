using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed class ChangePartnerState(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, bool active, CancellationToken ct)
    {
        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (active) partner.Reactivate();
        else partner.Deactivate();
        await db.SaveChangesAsync(ct);
    }
}
