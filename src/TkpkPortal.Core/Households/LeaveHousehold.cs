using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>A family leaves the registry with a reason. Nothing is deleted; its programs are ended by their OPD, which see that it left.</summary>
public sealed class LeaveHousehold(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-10, KEL-12.</summary>
    public async Task RunAsync(Guid id, DateOnly on, LeaveReason reason, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        db.ExpectVersion(household, version);
        household.Leave(on, reason, clock);
        await db.SaveAsync(household, ct);
    }
}
