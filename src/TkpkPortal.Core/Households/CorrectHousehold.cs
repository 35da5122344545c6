using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class CorrectHousehold(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IDN-05, KEL-06, KEL-07, KEL-10.</summary>
    public async Task RunAsync(Guid id, HouseholdDetails details, string? cardNumber, bool removeCardNumber, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(id, ct);
        var card = NumberChange.From(cardNumber, removeCardNumber, typed => FamilyCardNumber.Parse(typed, "CardNumber"));
        db.ExpectVersion(household, version);
        household.Correct(details, card, cipher, clock);
        await db.SaveAsync(household, ct);
    }
}

internal static class HouseholdLoad
{
    public static async Task<Household> HouseholdWithMembersAsync(this TkpkDbContext db, Guid id, CancellationToken ct) =>
        await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == id, ct) ?? throw new RecordNotFoundException();
}
