using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class UnassignFacilitator(TkpkDbContext db)
{
    public async Task RunAsync(Guid householdId, Guid assignmentId, CancellationToken ct)
    {
        var assignment = await db.HouseholdAssignments.Include(a => a.Household).SingleOrDefaultAsync(a => a.Id == assignmentId && a.HouseholdId == householdId, ct)
            ?? throw new RecordNotFoundException();
        db.HouseholdAssignments.Remove(assignment);
        await db.SaveChangesAsync(ct);
    }
}
