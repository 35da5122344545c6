using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

/// <summary>
/// Keeps a family's number of active programs. Counted in SQL because an OPD sees only its own enrollments and the number is of all;
/// the ids given come from rows the actor's scope has let through.
/// </summary>
internal static class ProgramCount
{
    /// <summary>First: whoever holds the family's row is alone in changing its enrollments, so that the later count misses none. In one order, so that two writers cannot wait for each other.</summary>
    public static Task LockAsync(TkpkDbContext db, Guid[] householdIds, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from households where id = any({householdIds}) order by id for update", ct);

    public static async Task RecountAsync(TkpkDbContext db, Household household, CancellationToken ct)
    {
        var before = await TallyMoves.ReadAsync(db, [household.Id], ct);
        await CountAsync(db, [household.Id], ct);
        await TallyMoves.Between(before, await TallyMoves.ReadAsync(db, [household.Id], ct)).ApplyAsync(db, ct);
    }

    public static Task CountAsync(TkpkDbContext db, Guid[] householdIds, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        update households
        set active_program_count = (select count(*) from enrollments e where e.household_id = households.id and e.ended_on is null)
        where id = any({householdIds})
        """,
        ct);
}
