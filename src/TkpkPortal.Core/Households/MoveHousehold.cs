using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>A family moves to another desa and is seen there from then on.</summary>
public sealed class MoveHousehold(TkpkDbContext db, HouseholdAreasQuery areas, KabupatenClock clock)
{
    /// <summary>Refused: IDN-11, KEL-10, KEL-21, KEL-22. A desa outside the scope does not exist.</summary>
    public async Task RunAsync(Guid id, Guid villageId, HouseholdDetails address, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        var village = await areas.InForceAsync(villageId, ct);
        db.ExpectVersion(household, version);
        household.MoveTo(village.Id, address, clock);
        await db.SaveAsync(household, ct);
    }
}

internal static class VillageChoice
{
    /// <summary>Refused: KEL-21.</summary>
    public static async Task<Place> InForceAsync(this HouseholdAreasQuery areas, Guid villageId, CancellationToken ct)
    {
        var village = (await areas.RunAsync(ct)).Villages.SingleOrDefault(v => v.Id == villageId) ?? throw new RecordNotFoundException();
        return village.IsInForce ? village : throw new RuleBrokenException(HouseholdRules.VillageVanished, nameof(Household.VillageId));
    }
}
