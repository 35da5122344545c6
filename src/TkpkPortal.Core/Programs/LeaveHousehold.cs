using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

/// <summary>A family leaves the registry with a reason, and what it received ends with it. Nothing is deleted.</summary>
public sealed class LeaveHousehold(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-10, KEL-12, KEL-29.</summary>
    public async Task RunAsync(Guid id, DateOnly on, LeaveReason reason, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        db.ExpectVersion(household, version);
        household.Leave(on, reason, clock);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ProgramCount.LockAsync(db, [id], ct);
        foreach (var enrollment in await db.OpenEnrollmentsAsync([id], ct)) enrollment.EndWithFamily(on, reason);
        await db.SaveAsync([household], () => ProgramCount.CountAsync(db, [id], ct), ct);
        await transaction.CommitAsync(ct);
    }
}
