using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Some members go to a Kartu Keluarga of their own, as when a child marries.</summary>
public sealed record CardSplit(IReadOnlyDictionary<Guid, FamilyRelation> Leaving, Guid VillageId, string? CardNumber, HouseholdDetails Details);

public sealed class SplitHousehold(TkpkDbContext db, HouseholdAreasQuery areas, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>The new family's id. Refused: IDN-05, IDN-11, KEL-06, KEL-07, KEL-10, KEL-11, KEL-21, KEL-23, KEL-24, KEL-25.</summary>
    public async Task<Guid> RunAsync(Guid id, CardSplit split, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        var village = await areas.InForceAsync(split.VillageId, ct);
        FamilyCardNumber? number = Blank.ToNull(split.CardNumber) is { } typed ? FamilyCardNumber.Parse(typed, "CardNumber") : null;
        db.ExpectVersion(household, version);
        var made = household.Split(split.Leaving, new(village.Id, number, split.Details), cipher, clock);
        db.Households.Add(made);
        await db.SaveAsync([household, made], null, ct);
        return made.Id;
    }
}
