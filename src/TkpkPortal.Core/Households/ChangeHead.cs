using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class ChangeHead(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-01, KEL-10, KEL-11, KEL-14.</summary>
    public async Task RunAsync(Guid householdId, Guid memberId, FamilyRelation formerHeadBecomes, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        db.ExpectVersion(household, version);
        household.ChangeHead(memberId, formerHeadBecomes, clock);
        await db.SaveAsync(household, ct);
    }
}
