using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record NewMember(MemberDetails Details, string? Nik);

public sealed record NewHousehold(Guid VillageId, string? CardNumber, HouseholdDetails Details, IReadOnlyList<NewMember> Members);

public sealed class RegisterHousehold(TkpkDbContext db, HouseholdAreasQuery areas, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IDN-01 to IDN-05, KEL-01 to KEL-07, KEL-13, KEL-21. A desa outside the scope does not exist.</summary>
    public async Task<Guid> RunAsync(NewHousehold family, CancellationToken ct)
    {
        var village = await areas.InForceAsync(family.VillageId, ct);
        if (family.Members.Count(m => m.Details.Relation == FamilyRelation.Head) != 1) throw new RuleBrokenException(HouseholdRules.HeadNeeded);
        var household = new Household(village.Id, clock.Now);
        household.Correct(family.Details, Blank.ToNull(family.CardNumber) is { } card ? new(true, FamilyCardNumber.Parse(card, "CardNumber")) : default, cipher, clock);
        foreach (var member in family.Members.OrderBy(m => m.Details.Relation))
            household.Admit(member.Details, Blank.ToNull(member.Nik) is { } nik ? Nik.Parse(nik, nameof(Nik)) : null, cipher, clock);
        db.Households.Add(household);
        await db.SaveAsync(household, ct);
        return household.Id;
    }
}
