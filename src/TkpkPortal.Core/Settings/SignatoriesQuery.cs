using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

/// <summary>Who signs and who acknowledges papers now; null where the settings name nobody.</summary>
public sealed record CurrentSignatories(Signatory? Signs, Signatory? Acknowledges);

public sealed class SignatoriesQuery(TkpkDbContext db)
{
    public async Task<CurrentSignatories> RunAsync(CancellationToken ct)
    {
        var active = await db.Signatories.AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Id).ToListAsync(ct);
        return new(active.Find(s => s.Place == SignatoryPlace.Signs), active.Find(s => s.Place == SignatoryPlace.Acknowledges));
    }
}
