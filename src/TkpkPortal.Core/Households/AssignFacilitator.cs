using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed class AssignFacilitator(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: KEL-10, KEL-18, KEL-19.</summary>
    public async Task RunAsync(Guid householdId, Guid userId, CancellationToken ct)
    {
        var household = await db.Households.SingleOrDefaultAsync(h => h.Id == householdId, ct) ?? throw new RecordNotFoundException();
        household.MustBeHere();
        if (!await IsFacilitatorAsync(userId, ct)) throw new RuleBrokenException(HouseholdRules.NotFacilitator, "UserId");
        db.HouseholdAssignments.Add(new(householdId, userId, clock.Now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HouseholdConfiguration.AssignedOnce })
        {
            throw new RuleBrokenException(HouseholdRules.AlreadyAssigned, "UserId");
        }
    }

    // Families know no users (the table of modules), only the ids of those who look after them.
    private Task<bool> IsFacilitatorAsync(Guid userId, CancellationToken ct) => db.Database
        .SqlQuery<bool>($"select exists (select 1 from users where id = {userId} and role = {nameof(Role.Facilitator)} and is_active) as \"Value\"")
        .SingleAsync(ct);
}
