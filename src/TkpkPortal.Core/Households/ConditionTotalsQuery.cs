using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Families of one area in which the condition is present; [0] unknown decile, [1] to [10] the deciles.</summary>
public sealed record ConditionTotals(Place? Area, IReadOnlyList<int> Deciles, int Unreached, int Families)
{
    public int Households => Deciles.Sum();

    public int Between(int from, int to) => Deciles.Skip(from).Take(to - from + 1).Sum();
}

public sealed record ConditionTotalsTable(HouseholdAreas Areas, Place? District, ConditionTotals Sum, IReadOnlyList<ConditionTotals> Rows);

/// <summary>How many families have one condition, per kecamatan or per desa of one kecamatan, from the tallies alone.</summary>
public sealed class ConditionTotalsQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    private const int Columns = 11;

    /// <summary>The key names whose totals these are: the reach with its desa. What a pendamping sees hangs on the person, and is not kept.</summary>
    public Task<ConditionTotalsTable> RunAsync(string? districtCode, HouseholdConditions condition, CancellationToken ct) => db.Actor.Reach == Reach.AssignedHouseholds
        ? ReadAsync(districtCode, condition, ct)
        : kept.GetAsync((nameof(ConditionTotalsQuery), db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), districtCode, condition), () => ReadAsync(districtCode, condition, ct));

    private async Task<ConditionTotalsTable> ReadAsync(string? districtCode, HouseholdConditions condition, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var district = districtCode is null ? null : areas.Districts.SingleOrDefault(d => d.Code == districtCode) ?? throw new RecordNotFoundException();
        var villages = areas.Villages.Where(v => district is null || v.ParentId == district.Id).ToList();
        var ids = villages.ConvertAll(v => v.Id);
        var having = (await db.VillageConditionTallies.AsNoTracking().Where(t => t.Condition == condition && ids.Contains(t.VillageId)).ToListAsync(ct)).ToLookup(t => t.VillageId);
        var all = await db.VillageTallies.AsNoTracking().Where(t => ids.Contains(t.VillageId)).GroupBy(t => t.VillageId)
            .Select(g => new { g.Key, Families = g.Sum(t => t.Households) }).ToDictionaryAsync(g => g.Key, g => g.Families, ct);
        var rows = district is null
            ? areas.Districts.Select(d => Total(d, villages.Where(v => v.ParentId == d.Id)))
            : villages.Select(v => Total(v, [v]));
        return new(areas, district, Total(district, villages), [.. rows]);

        ConditionTotals Total(Place? area, IEnumerable<Place> places)
        {
            var (deciles, unreached, families) = (new int[Columns], 0, 0);
            foreach (var place in places)
            {
                families += all.GetValueOrDefault(place.Id);
                foreach (var tally in having[place.Id])
                {
                    deciles[tally.Decile] += tally.Households;
                    unreached += tally.Unreached;
                }
            }

            return new(area, deciles, unreached, families);
        }
    }
}
