using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

/// <summary>One family joins another. What it received goes on there, or ends where the other already receives it.</summary>
public sealed class MergeHouseholds(TkpkDbContext db, KabupatenClock clock)
{
    /// <param name="joining">For each member here of the other family the relation to this family's head; null for one who is the same person as a member here.</param>
    /// <remarks>Refused: KEL-02, KEL-10, KEL-27, KEL-28.</remarks>
    public async Task RunAsync(Guid id, uint version, Guid otherId, uint otherVersion, IReadOnlyDictionary<Guid, FamilyRelation?> joining, CancellationToken ct)
    {
        if (id == otherId) throw new RuleBrokenException(HouseholdRules.SameFamily);
        var (household, other) = (await db.HouseholdWithMembersAsync(id, ct), await db.HouseholdWithMembersAsync(otherId, ct));
        db.ExpectVersion(household, version);
        db.ExpectVersion(other, otherVersion);
        household.Absorb(other, joining, clock);
        Guid[] both = [id, otherId];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ProgramCount.LockAsync(db, both, ct);
        GoOn(await db.OpenEnrollmentsAsync(both, ct), household, other);
        await db.SaveAsync([household, other], () => ProgramCount.CountAsync(db, both, ct), ct);
        await transaction.CommitAsync(ct);
    }

    private static void GoOn(List<Enrollment> open, Household household, Household other)
    {
        var received = open.Where(e => e.HouseholdId == household.Id).Select(e => e.ProgramId).ToHashSet();
        foreach (var enrollment in open.Where(e => e.HouseholdId == other.Id))
        {
            if (received.Contains(enrollment.ProgramId)) enrollment.EndWithFamily(other.LeftOn!.Value, other.LeaveReason!.Value);
            else enrollment.GoOnWith(household.Id);
        }
    }
}

internal static class OpenEnrollments
{
    /// <summary>With their programs, whose OPD the audit trail names.</summary>
    public static Task<List<Enrollment>> OpenEnrollmentsAsync(this TkpkDbContext db, Guid[] householdIds, CancellationToken ct) =>
        db.Enrollments.Include(e => e.Program).Where(e => householdIds.Contains(e.HouseholdId) && e.EndedOn == null).OrderBy(e => e.Id).ToListAsync(ct);
}
