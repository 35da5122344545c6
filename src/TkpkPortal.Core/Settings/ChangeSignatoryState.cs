using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed class ChangeSignatoryState(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, bool active, CancellationToken ct)
    {
        var signatory = await db.Signatories.SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new RecordNotFoundException();
        if (active) signatory.Reactivate();
        else signatory.Deactivate();
        await db.SaveChangesAsync(ct);
    }
}
