using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Reporting;

/// <summary>One number for each kecamatan or desa of a kabupaten, as the map page colours it.</summary>
public sealed class AreaMeasuresQuery(TkpkDbContext db)
{
    /// <param name="targetDecile">Share of families of decile 1 to this in percent; null counts the desa instead.</param>
    /// <returns>By area id; an area without families, or out of the actor's scope, is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, decimal>> RunAsync(string regencyCode, bool byVillage, int? targetDecile, CancellationToken ct)
    {
        var prefix = regencyCode + ".";
        var villages = db.Areas.Where(a => a.Level == AreaLevel.Village && a.VanishedOn == null && a.Code.StartsWith(prefix));
        if (targetDecile is not { } target)
        {
            return byVillage
                ? new Dictionary<Guid, decimal>()
                : await villages.GroupBy(v => v.ParentId!.Value).ToDictionaryAsync(g => g.Key, g => (decimal)g.Count(), ct);
        }

        return await db.VillageTallies.Join(villages, t => t.VillageId, v => v.Id, (t, v) => new { Area = byVillage ? v.Id : v.ParentId!.Value, t.Decile, t.Households })
            .GroupBy(x => x.Area)
            .Select(g => new { Area = g.Key, All = g.Sum(x => x.Households), Target = g.Where(x => x.Decile != VillageTally.UnknownDecile && x.Decile <= target).Sum(x => x.Households) })
            .Where(x => x.All > 0)
            .ToDictionaryAsync(x => x.Area, x => 100m * x.Target / x.All, ct);
    }
}
