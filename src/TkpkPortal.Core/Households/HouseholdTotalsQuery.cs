using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Families of one area: <see cref="Deciles"/>[0] is unknown, [1] to [10] the deciles; the same for the unreached.</summary>
public sealed record HouseholdTotals(Place? Area, IReadOnlyList<int> Deciles, IReadOnlyList<int> UnreachedByDecile, int Members)
{
    public int Households => Deciles.Sum();

    public int Unreached => UnreachedByDecile.Sum();

    public int Reached => Households - Unreached;

    public int Between(int from, int to) => Deciles.Skip(from).Take(to - from + 1).Sum();

    public int UnreachedBetween(int from, int to) => UnreachedByDecile.Skip(from).Take(to - from + 1).Sum();
}

public sealed record HouseholdTotalsTable(HouseholdAreas Areas, Place? District, HouseholdTotals Sum, IReadOnlyList<HouseholdTotals> Rows);

/// <summary>Counts per kecamatan, or per desa of one kecamatan, from the tallies alone: no family is read.</summary>
public sealed class HouseholdTotalsQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    private const int Columns = 11;

    /// <summary>The key names whose totals these are: the reach with its desa. What a pendamping sees hangs on the person, and is not kept.</summary>
    public Task<HouseholdTotalsTable> RunAsync(string? districtCode, CancellationToken ct) => db.Actor.Reach == Reach.AssignedHouseholds
        ? ReadAsync(districtCode, ct)
        : kept.GetAsync((nameof(HouseholdTotalsQuery), db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), districtCode), () => ReadAsync(districtCode, ct));

    private async Task<HouseholdTotalsTable> ReadAsync(string? districtCode, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var district = districtCode is null ? null : areas.Districts.SingleOrDefault(d => d.Code == districtCode) ?? throw new RecordNotFoundException();
        var villages = areas.Villages.Where(v => district is null || v.ParentId == district.Id).ToList();
        var tallies = await TalliesAsync(villages, ct);
        var rows = district is null
            ? areas.Districts.Select(d => Total(d, villages.Where(v => v.ParentId == d.Id).SelectMany(v => tallies[v.Id])))
            : villages.Select(v => Total(v, tallies[v.Id]));
        return new(areas, district, Total(district, tallies.SelectMany(t => t)), [.. rows]);
    }

    /// <summary>Every desa, for the workbook.</summary>
    public async Task<(HouseholdAreas Areas, IReadOnlyList<HouseholdTotals> Rows)> AllAsync(CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var tallies = await TalliesAsync(areas.Villages, ct);
        return (areas, [.. areas.Villages.Select(v => Total(v, tallies[v.Id]))]);
    }

    private async Task<ILookup<Guid, VillageTally>> TalliesAsync(IReadOnlyList<Place> villages, CancellationToken ct)
    {
        var ids = villages.Select(v => v.Id).ToList();
        return (await db.VillageTallies.AsNoTracking().Where(t => ids.Contains(t.VillageId)).ToListAsync(ct)).ToLookup(t => t.VillageId);
    }

    private static HouseholdTotals Total(Place? area, IEnumerable<VillageTally> tallies)
    {
        var (households, unreached, members) = (new int[Columns], new int[Columns], 0);
        foreach (var tally in tallies)
        {
            households[tally.Decile] += tally.Households;
            unreached[tally.Decile] += tally.Unreached;
            members += tally.Members;
        }

        return new(area, households, unreached, members);
    }
}
