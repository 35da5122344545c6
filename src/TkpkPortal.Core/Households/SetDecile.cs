using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Copies the decile the centre gave a family. The portal never computes one.</summary>
public sealed class SetDecile(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-10, KEL-15, KEL-16, KEL-17.</summary>
    public async Task RunAsync(Guid id, DecileDetails details, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        db.ExpectVersion(household, version);
        household.Rank(details, clock);
        await db.SaveAsync(household, ct);
    }
}
