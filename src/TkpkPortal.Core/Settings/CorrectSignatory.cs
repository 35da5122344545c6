using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed class CorrectSignatory(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, SignatoryDetails details, uint version, CancellationToken ct)
    {
        var signatory = await db.Signatories.SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new RecordNotFoundException();
        db.ExpectVersion(signatory, version);
        signatory.Correct(details);
        await db.SaveChangesAsync(ct);
    }
}
