using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class CorrectMember(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IDN-01 to IDN-04, KEL-01 to KEL-05, KEL-10, KEL-11, KEL-13.</summary>
    public async Task RunAsync(Guid householdId, Guid memberId, MemberDetails details, string? nik, bool removeNik, uint version, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        var number = NumberChange.From(nik, removeNik, typed => Nik.Parse(typed, nameof(Nik)));
        db.ExpectVersion(household, version);
        household.CorrectMember(memberId, details, number, cipher, clock);
        await db.SaveAsync(household, ct);
    }
}
