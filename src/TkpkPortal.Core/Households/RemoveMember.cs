using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>A member leaves with a reason; the record and its history stay.</summary>
public sealed class RemoveMember(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-08 to KEL-12.</summary>
    public async Task RunAsync(Guid householdId, Guid memberId, DateOnly on, LeaveReason reason, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        db.ExpectVersion(household, version);
        household.RemoveMember(memberId, on, reason, clock);
        await db.SaveAsync(household, ct);
    }
}
