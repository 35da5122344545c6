using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>What the counts of a desa hold of one family that is here.</summary>
internal sealed record TallyFacts(Guid VillageId, int Decile, int Members, bool IsUnreached, HouseholdConditions Conditions);

/// <summary>
/// Moves the kept counts by what a few families were before and are now. Counting a desa of 4,000 families anew costs a dozen milliseconds,
/// and far more in a town; this costs less than one. Only for changes whose former state is certain: tracked and guarded by the row's version, or read under its lock.
/// </summary>
internal sealed class TallyMoves
{
    private readonly SortedDictionary<(Guid VillageId, int Decile), (int Households, int Members, int Unreached)> _families = [];
    private readonly SortedDictionary<(Guid VillageId, long Condition, int Decile), (int Households, int Unreached)> _conditions = [];

    /// <summary>What the context is about to save; taken before the save, applied after it.</summary>
    public static TallyMoves Of(TkpkDbContext db)
    {
        var moves = new TallyMoves();
        foreach (var entry in db.ChangeTracker.Entries<Household>())
        {
            if (entry.State == EntityState.Modified) moves.Add(Facts(entry.OriginalValues), -1);
            if (entry.State is EntityState.Modified or EntityState.Added) moves.Add(Facts(entry.CurrentValues), 1);
        }

        return moves;
    }

    public static TallyMoves Between(IEnumerable<TallyFacts> before, IEnumerable<TallyFacts> after)
    {
        var moves = new TallyMoves();
        foreach (var facts in before) moves.Add(facts, -1);
        foreach (var facts in after) moves.Add(facts, 1);
        return moves;
    }

    /// <summary>As the rows stand; the caller holds their locks. Who sees a family only through a program counts it in full all the same.</summary>
    public static async Task<IReadOnlyList<TallyFacts>> ReadAsync(TkpkDbContext db, Guid[] householdIds, CancellationToken ct) =>
        [.. (await db.Database.SqlQuery<Row>(
            $"""
            select village_id, coalesce(decile, {VillageTally.UnknownDecile}) as decile, member_count as members,
                   active_program_count as programs, conditions
            from households
            where id = any({householdIds}) and left_on is null
            """).ToListAsync(ct)).Select(r => new TallyFacts(r.VillageId, r.Decile, r.Members, r.Programs == 0, (HouseholdConditions)r.Conditions))];

    public async Task ApplyAsync(TkpkDbContext db, CancellationToken ct)
    {
        var families = _families.Where(f => f.Value != default).ToList();
        var conditions = _conditions.Where(c => c.Value != default).ToList();
        Guid[] villages = [.. families.Select(f => f.Key.VillageId).Concat(conditions.Select(c => c.Key.VillageId)).Distinct().Order()];
        if (villages.Length == 0) return;
        if (db.Actor.Reach == Reach.Villages && villages.Except(db.Actor.VillageIds).Any()) throw new OutOfScopeException(nameof(VillageTally));
        // Beside others who move the counts, but never beside one who counts anew: that one would miss this family or take it twice.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended(id::text, 0)) from unnest({villages}) as village(id)", ct);
        if (families.Count > 0) await MoveFamiliesAsync(db, families, ct);
        if (conditions.Count > 0) await MoveConditionsAsync(db, conditions, ct);
        if (families.Exists(f => f.Value.Households < 0) || conditions.Exists(c => c.Value.Households < 0)) await DropEmptyAsync(db, villages, ct);
    }

    private static Task MoveFamiliesAsync(TkpkDbContext db, List<KeyValuePair<(Guid VillageId, int Decile), (int Households, int Members, int Unreached)>> moves, CancellationToken ct)
    {
        Guid[] villages = [.. moves.Select(m => m.Key.VillageId)];
        int[] deciles = [.. moves.Select(m => m.Key.Decile)];
        int[] households = [.. moves.Select(m => m.Value.Households)];
        int[] members = [.. moves.Select(m => m.Value.Members)];
        int[] unreached = [.. moves.Select(m => m.Value.Unreached)];
        // In one order, as with the conditions, so that two writers cannot wait for each other.
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into village_tallies as kept (village_id, decile, households, members, unreached)
            select * from unnest({villages}, {deciles}, {households}, {members}, {unreached}) as moved(village_id, decile, households, members, unreached) order by 1, 2
            on conflict (village_id, decile) do update
            set households = kept.households + excluded.households, members = kept.members + excluded.members, unreached = kept.unreached + excluded.unreached
            """,
            ct);
    }

    private static Task MoveConditionsAsync(TkpkDbContext db, List<KeyValuePair<(Guid VillageId, long Condition, int Decile), (int Households, int Unreached)>> moves, CancellationToken ct)
    {
        Guid[] villages = [.. moves.Select(m => m.Key.VillageId)];
        long[] bits = [.. moves.Select(m => m.Key.Condition)];
        int[] deciles = [.. moves.Select(m => m.Key.Decile)];
        int[] households = [.. moves.Select(m => m.Value.Households)];
        int[] unreached = [.. moves.Select(m => m.Value.Unreached)];
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into village_condition_tallies as kept (village_id, condition, decile, households, unreached)
            select * from unnest({villages}, {bits}, {deciles}, {households}, {unreached}) as moved(village_id, condition, decile, households, unreached) order by 1, 2, 3
            on conflict (village_id, condition, decile) do update
            set households = kept.households + excluded.households, unreached = kept.unreached + excluded.unreached
            """,
            ct);
    }

    private static Task DropEmptyAsync(TkpkDbContext db, Guid[] villages, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        with dropped as (delete from village_tallies where village_id = any({villages}) and households = 0)
        delete from village_condition_tallies where village_id = any({villages}) and households = 0
        """,
        ct);

    private void Add(TallyFacts? facts, int sign)
    {
        if (facts is null) return;
        var unreached = facts.IsUnreached ? sign : 0;
        var family = _families.GetValueOrDefault((facts.VillageId, facts.Decile));
        _families[(facts.VillageId, facts.Decile)] = (family.Households + sign, family.Members + (sign * facts.Members), family.Unreached + unreached);
        foreach (var bit in TallyRecount.Bits.Where(b => ((long)facts.Conditions & b) != 0))
        {
            var condition = _conditions.GetValueOrDefault((facts.VillageId, bit, facts.Decile));
            _conditions[(facts.VillageId, bit, facts.Decile)] = (condition.Households + sign, condition.Unreached + unreached);
        }
    }

    private static TallyFacts? Facts(PropertyValues values) => values[nameof(Household.LeftOn)] is not null
        ? null
        : new(
            values.GetValue<Guid>(nameof(Household.VillageId)), values.GetValue<int?>(nameof(Household.Decile)) ?? VillageTally.UnknownDecile, values.GetValue<int>(nameof(Household.MemberCount)),
            values.GetValue<int>(nameof(Household.ActiveProgramCount)) == 0, values.GetValue<HouseholdConditions>(nameof(Household.Conditions)));

    private sealed record Row(Guid VillageId, int Decile, int Members, int Programs, long Conditions);
}
