using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Reporting;

/// <param name="Families">Null where the number is so small that it is not told: 1 to 4 families with an illness or a disability.</param>
public sealed record ConditionCount(HouseholdConditions Condition, string Name, int? Families);

public sealed record ProgramCount(string Name, int Families);

/// <summary>One desa in numbers, without a name. Made to hang on a wall.</summary>
/// <param name="Programs">With at least <see cref="Least"/> families, the largest first.</param>
/// <param name="SmallPrograms">How many have fewer; their names are not told.</param>
public sealed record VillageProfile(
    Place Village, Place? District, HouseholdTotals Totals, IReadOnlyList<ConditionCount> Conditions, IReadOnlyList<ProgramCount> Programs, int SmallPrograms, string? DecileSource)
{
    /// <summary>Counts below this could point at a person.</summary>
    public const int Least = 5;

    public bool AnyHidden => Conditions.Any(c => c.Families is null);
}

public sealed class VillageProfileQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    private const int Columns = 11;

    public async Task<VillageProfile> RunAsync(Guid villageId, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var village = areas.Villages.SingleOrDefault(v => v.Id == villageId) ?? throw new RecordNotFoundException();
        return await kept.GetAsync((nameof(VillageProfileQuery), villageId, db.Actor.Reach), () => ReadAsync(village, areas.DistrictOf(villageId), ct));
    }

    private async Task<VillageProfile> ReadAsync(Place village, Place? district, CancellationToken ct)
    {
        var tallies = await db.VillageTallies.AsNoTracking().Where(t => t.VillageId == village.Id).ToListAsync(ct);
        var (households, unreached) = (new int[Columns], new int[Columns]);
        foreach (var tally in tallies) (households[tally.Decile], unreached[tally.Decile]) = (tally.Households, tally.Unreached);
        var having = await db.VillageConditionTallies.AsNoTracking().Where(t => t.VillageId == village.Id)
            .GroupBy(t => t.Condition).Select(g => new { g.Key, Families = g.Sum(t => t.Households) }).ToDictionaryAsync(g => g.Key, g => g.Families, ct);
        // The desa is the scope: a reader of figures has no enrollment in EF's filters.
        var programs = await db.Database.SqlQuery<ProgramCount>(
            $"""
            select p.name as "Name", count(distinct e.household_id)::int as "Families"
            from enrollments e join households h on h.id = e.household_id join programs p on p.id = e.program_id
            where h.village_id = {village.Id} and h.left_on is null and e.ended_on is null
            group by p.id, p.name order by 2 desc, 1
            """).ToListAsync(ct);
        var releases = await db.Database.SqlQuery<CountedRelease>(
            $"""
            select h.decile_source as "Source", h.decile_released_on as "On", count(*)::int as "Families"
            from households h where h.village_id = {village.Id} and h.left_on is null and h.decile_source is not null and h.decile_released_on is not null
            group by 1, 2 order by 3 desc, 2 desc
            """).ToListAsync(ct);
        return new(
            village, district, new(village, households, unreached, tallies.Sum(t => t.Members)),
            [.. HouseholdConditionNames.All.Select(c => new ConditionCount(c.Condition, c.Name, Shown(c.Condition, having.GetValueOrDefault(c.Condition))))],
            programs.FindAll(p => p.Families >= VillageProfile.Least), programs.Count(p => p.Families < VillageProfile.Least), Told(releases));
    }

    /// <summary>The releases its families' deciles are from; with several, how many families each speaks of.</summary>
    private static string? Told(List<CountedRelease> releases) => releases.Count switch
    {
        0 => null,
        1 => $"{releases[0].Source} rilis {Indonesian.LongDate(releases[0].On)}",
        _ => string.Join(", ", releases.Take(3).Select(r => $"{r.Source} rilis {Indonesian.LongDate(r.On)} ({Indonesian.Number(r.Families)})")) + (releases.Count > 3 ? ", dan lainnya" : ""),
    };

    private sealed record CountedRelease(string Source, DateOnly On, int Families);

    private static int? Shown(HouseholdConditions condition, int families) =>
        HouseholdConditionNames.Sensitive.HasFlag(condition) && families is > 0 and < VillageProfile.Least ? null : families;
}
