using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Core.Data;

/// <param name="Differences">Kept counts that a fresh count contradicts; must be 0. Null when an import was writing and nothing could be compared.</param>
/// <param name="Families">Families whose conditions changed because their members grew older.</param>
public sealed record RecountReport(int? Differences, int Families);

/// <summary>
/// The nightly check: looks again at the conditions that follow from age, then compares every kept count with the registry, tells and repairs what differs.
/// Registry and counts are read by one statement, so that a form saved meanwhile is in both or in neither.
/// </summary>
public sealed partial class RecountTallies(TkpkDbContext db, AuditTrail trail, KabupatenClock clock, ILogger<RecountTallies> log)
{
    private const int Families = 2000;

    // It runs at night beside backups; a page's patience is too short for a count of everything.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task<RecountReport> RunAsync(CancellationToken ct)
    {
        if (db.Actor.Reach != Reach.Everything) throw new OutOfScopeException(nameof(VillageTally));
        db.Database.SetCommandTimeout(Longest);
        var families = 0;
        foreach (var village in await db.Households.Select(h => h.VillageId).Distinct().OrderBy(id => id).ToListAsync(ct)) families += await LookAgainAsync(village, ct);
        var found = await CompareAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (found.Differences > 0)
        {
            LogDifferences(log, found.Differences, found.Villages.Length);
            await TallyRecount.RunAsync(db, found.Villages, ct);
        }

        trail.Add(db, new AuditEntry(AuditAction.Update, nameof(VillageTally), null, Sentence(found, families)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(found.Busy ? null : found.Differences, families);
    }

    private static string Sentence(Found found, int families)
    {
        var looked = $"kondisi {Indonesian.Count(families, "keluarga")} disesuaikan dengan umur anggota";
        if (found.Busy) return $"Hitung ulang ditunda karena impor sedang ditulis; {looked}";
        return found.Differences == 0
            ? $"Hitung ulang: tidak ada selisih; {looked}"
            : $"Hitung ulang: {Indonesian.Count(found.Differences, "selisih")} di {Indonesian.Count(found.Villages.Length, "desa")}, sudah diperbaiki; {looked}";
    }

    /// <summary>While an import merges or takes back, its rows stand before their counts do: comparing then would find what is not wrong.</summary>
    private async Task<Found> CompareAsync(CancellationToken ct) => (await db.Database.SqlQuery<Found>(
        $"""
        with alike as materialized (
            select village_id, coalesce(decile, {VillageTally.UnknownDecile}) as decile, conditions, count(*) as households,
                   sum(member_count) as members, count(*) filter (where active_program_count = 0) as unreached
            from households
            where left_on is null
            group by 1, 2, 3),
        fresh as (
            select village_id, 0::bigint as condition, decile, sum(households) as households, sum(members) as members, sum(unreached) as unreached
            from alike
            group by 1, 3
            union all
            select village_id, bit, decile, sum(households), 0, sum(unreached)
            from alike join unnest({TallyRecount.Bits}) as one(bit) on conditions & bit <> 0
            group by 1, 2, 3),
        kept as (
            select village_id, 0::bigint as condition, decile, households, members, unreached from village_tallies
            union all
            select village_id, condition, decile, households, 0, unreached from village_condition_tallies),
        different as (
            select village_id
            from fresh full join kept using (village_id, condition, decile)
            where (fresh.households, fresh.members, fresh.unreached) is distinct from (kept.households::numeric, kept.members::numeric, kept.unreached::numeric)),
        importing as (
            select exists (select 1 from import_batches where state in ({nameof(ImportState.Committing)}, {nameof(ImportState.Undoing)})) as busy)
        select busy,
               case when busy then 0 else (select count(*) from different)::int end as differences,
               case when busy then array[]::uuid[] else (select coalesce(array_agg(distinct village_id), array[]::uuid[]) from different) end as villages
        from importing
        """).ToListAsync(ct)).Single();

    private async Task<int> LookAgainAsync(Guid villageId, CancellationToken ct)
    {
        var families = await db.Households.AsNoTracking().Where(h => h.VillageId == villageId && h.LeftOn == null)
            .Select(h => new Family(h.Id, h.Version, h.Conditions, h.KnownConditions)).ToListAsync(ct);
        var changed = new List<Family>();
        foreach (var some in families.Chunk(Families)) changed.AddRange(await ChangedAsync(some, ct));
        return changed.Count == 0 ? 0 : await KeepAsync(villageId, changed, ct);
    }

    private async Task<List<Family>> ChangedAsync(Family[] families, CancellationToken ct)
    {
        Guid[] ids = [.. families.Select(f => f.Id)];
        var members = (await db.HouseholdMembers.AsNoTracking().Where(m => ids.Contains(m.HouseholdId) && m.LeftOn == null).ToListAsync(ct)).ToLookup(m => m.HouseholdId);
        var changed = new List<Family>();
        foreach (var family in families)
        {
            var (present, known) = MemberConditions.Of(members[family.Id], clock.Today);
            if ((family.Conditions & HouseholdConditions.OfMembers, family.Known & HouseholdConditions.OfMembers) != (present, known)) changed.Add(family with { Conditions = present, Known = known });
        }

        return changed;
    }

    /// <summary>A family that was written since it was read is left alone: its writer has looked at its members today.</summary>
    private async Task<int> KeepAsync(Guid villageId, List<Family> changed, CancellationToken ct)
    {
        Guid[] ids = [.. changed.Select(f => f.Id)];
        string[] versions = [.. changed.Select(f => FormattableString.Invariant($"{f.Version}"))];
        long[] present = [.. changed.Select(f => (long)f.Conditions)];
        long[] known = [.. changed.Select(f => (long)f.Known)];
        var others = (long)~HouseholdConditions.OfMembers;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var kept = await db.Database.ExecuteSqlAsync(
            $"""
            update households h
            set conditions = (h.conditions & {others}) | f.present, known_conditions = (h.known_conditions & {others}) | f.known
            from unnest({ids}, {versions}, {present}, {known}) as f(id, version, present, known)
            where h.id = f.id and h.xmin::text = f.version
            """,
            ct);
        await TallyRecount.RunAsync(db, [villageId], ct);
        await transaction.CommitAsync(ct);
        return kept;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kept counts differed from the registry in {Differences} places of {Villages} desa; they were counted anew.")]
    private static partial void LogDifferences(ILogger log, int differences, int villages);

    private sealed record Found(bool Busy, int Differences, Guid[] Villages);

    private sealed record Family(Guid Id, uint Version, HouseholdConditions Conditions, HouseholdConditions Known);
}
