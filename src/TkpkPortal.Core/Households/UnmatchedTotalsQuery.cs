using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record UnmatchedVillage(Place Village, string District, int WithoutNik, int WithoutCard);

/// <param name="Desa">The desa the filter names, or the only one the reader has.</param>
public sealed record UnmatchedTotals(HouseholdAreas Areas, Place? Desa, IReadOnlyList<UnmatchedVillage> Rows)
{
    public int WithoutNik => Rows.Sum(r => r.WithoutNik);

    public int WithoutCard => Rows.Sum(r => r.WithoutCard);

    public PagedList<UnmatchedVillage> Page(int number)
    {
        var page = Math.Max(1, number);
        return new([.. Rows.Skip((page - 1) * Paging.DefaultSize).Take(Paging.DefaultSize)], page, Paging.DefaultSize, Rows.Count, false);
    }
}

/// <summary>"Belum padan" by desa: people without a NIK and families without a Kartu Keluarga. Only desa that have some.</summary>
public sealed class UnmatchedTotalsQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    /// <summary>By desa of the filter's kecamatan.</summary>
    public async Task<UnmatchedTotals> RunAsync(HouseholdFilter filter, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var (districtCode, villages) = (filter.DistrictCode, (filter with { VillageCode = null }).VillagesIn(areas));
        var rows = db.Actor.Reach == Reach.AssignedHouseholds
            ? await CountAsync(areas, villages, ct)
            : await kept.GetAsync((nameof(UnmatchedTotalsQuery), db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), districtCode), () => CountAsync(areas, villages, ct));
        var desa = filter.VillageCode is { } code ? new HouseholdFilter(null, code, null, false).VillagesIn(areas)[0] : areas.Villages is [var only] ? only : null;
        return new(areas, desa, rows);
    }

    private async Task<IReadOnlyList<UnmatchedVillage>> CountAsync(HouseholdAreas areas, IReadOnlyList<Place> villages, CancellationToken ct)
    {
        var ids = villages.Select(v => v.Id).ToList();
        var people = await db.HouseholdMembers.Where(m => m.NikDigest == null && m.LeftOn == null && ids.Contains(m.Household.VillageId))
            .GroupBy(m => m.Household.VillageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var families = await db.Households.Where(h => h.CardNumberDigest == null && h.LeftOn == null && ids.Contains(h.VillageId))
            .GroupBy(h => h.VillageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. villages.Select(v => new UnmatchedVillage(v, areas.DistrictOf(v.Id)?.Name ?? "", people.GetValueOrDefault(v.Id), families.GetValueOrDefault(v.Id)))
                .Where(r => r.WithoutNik + r.WithoutCard > 0),
        ];
    }
}
