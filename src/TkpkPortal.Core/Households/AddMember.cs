using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class AddMember(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IDN-01 to IDN-04, KEL-01 to KEL-05, KEL-10, KEL-13.</summary>
    public async Task<Guid> RunAsync(Guid householdId, NewMember member, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        var added = household.Admit(member.Details, Blank.ToNull(member.Nik) is { } nik ? Nik.Parse(nik, nameof(Nik)) : null, cipher, clock);
        // Its key is already set, so without this EF would take it for a row that exists.
        db.HouseholdMembers.Add(added);
        await db.SaveAsync(household, ct);
        return added.Id;
    }
}
