using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>
/// Counts the families of some desa anew, inside the writer's transaction and after its rows. Writers of one desa queue on a lock and count one by one:
/// each count is a statement of its own, so it sees what the writer before it committed.
/// </summary>
public static class TallyRecount
{
    internal static readonly long[] Bits = [.. HouseholdConditionNames.All.Select(c => (long)c.Condition)];

    public static async Task RunAsync(TkpkDbContext db, IReadOnlyCollection<Guid> villageIds, CancellationToken ct)
    {
        if (db.Actor.Reach == Reach.Villages && villageIds.Except(db.Actor.VillageIds).Any()) throw new OutOfScopeException(nameof(VillageTally));
        if (db.Database.CurrentTransaction is not null)
        {
            await CountAsync(db, villageIds, ct);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CountAsync(db, villageIds, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task CountAsync(TkpkDbContext db, IReadOnlyCollection<Guid> villageIds, CancellationToken ct)
    {
        // In one order, so that two writers of the same desa cannot wait for each other.
        Guid[] ids = [.. villageIds.Distinct().Order()];
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest({ids}) as village(id)", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with counted as (
                select village_id, coalesce(decile, {VillageTally.UnknownDecile}) as decile, count(*) as households,
                       coalesce(sum(member_count), 0) as members, count(*) filter (where active_program_count = 0) as unreached
                from households
                where village_id = any({ids}) and left_on is null
                group by 1, 2),
            emptied as (
                delete from village_tallies t
                where t.village_id = any({ids})
                  and not exists (select 1 from counted c where c.village_id = t.village_id and c.decile = t.decile))
            insert into village_tallies as kept (village_id, decile, households, members, unreached)
            select village_id, decile, households, members, unreached from counted
            on conflict (village_id, decile) do update
            set households = excluded.households, members = excluded.members, unreached = excluded.unreached
            where (kept.households, kept.members, kept.unreached) is distinct from (excluded.households, excluded.members, excluded.unreached)
            """,
            ct);
        await CountConditionsAsync(db, ids, ct);
    }

    /// <summary>Families alike in decile and conditions are added up first: a desa has far fewer kinds of families than families.</summary>
    private static Task CountConditionsAsync(TkpkDbContext db, Guid[] ids, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        with alike as (
            select village_id, coalesce(decile, {VillageTally.UnknownDecile}) as decile, conditions, count(*) as households,
                   count(*) filter (where active_program_count = 0) as unreached
            from households
            where village_id = any({ids}) and left_on is null and conditions <> 0
            group by 1, 2, 3),
        counted as (
            select village_id, bit as condition, decile, sum(households) as households, sum(unreached) as unreached
            from alike join unnest({Bits}) as one(bit) on alike.conditions & bit <> 0
            group by 1, 2, 3),
        emptied as (
            delete from village_condition_tallies t
            where t.village_id = any({ids})
              and not exists (select 1 from counted c where c.village_id = t.village_id and c.condition = t.condition and c.decile = t.decile))
        insert into village_condition_tallies as kept (village_id, condition, decile, households, unreached)
        select village_id, condition, decile, households, unreached from counted
        on conflict (village_id, condition, decile) do update
        set households = excluded.households, unreached = excluded.unreached
        where (kept.households, kept.unreached) is distinct from (excluded.households, excluded.unreached)
        """,
        ct);
}
