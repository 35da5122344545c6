using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Reporting;

/// <summary>Families of one district from the registry. Target: decile 1 to the setting's target decile; unreached: target families without any program.</summary>
public sealed record DistrictCoverage(Guid DistrictId, string Code, string Name, int Households, int Target, int Unreached)
{
    /// <summary>Target families in percent of all; null where no family is registered.</summary>
    public decimal? TargetShare => Households > 0 ? 100m * Target / Households : null;

    /// <summary>Unreached in percent of the target; null without target families.</summary>
    public decimal? UnreachedShare => Target > 0 ? 100m * Unreached / Target : null;
}

/// <summary>Registry counts by name, never a survey rate. Target: decile 1 to <see cref="TargetDecile"/>.</summary>
public sealed record TargetCoverage(int TargetDecile, IReadOnlyList<DistrictCoverage> Districts)
{
    public int Households => Districts.Sum(d => d.Households);

    public int Target => Districts.Sum(d => d.Target);

    public int Unreached => Districts.Sum(d => d.Unreached);

    public decimal? UnreachedShare => Target > 0 ? 100m * Unreached / Target : null;
}

/// <summary>Reads the kept tallies only: as fast at 600,000 families as at 6,000. Limited to the desa the actor may see.</summary>
public sealed class TargetCoverageQuery(TkpkDbContext db)
{
    public async Task<TargetCoverage> RunAsync(string regencyCode, int targetDecile, CancellationToken ct)
    {
        var prefix = regencyCode + ".";
        var sums = await db.VillageTallies.Join(db.Areas, t => t.VillageId, v => v.Id, (t, v) => new { Tally = t, v.ParentId })
            .GroupBy(x => x.ParentId!.Value)
            .Select(g => new
            {
                DistrictId = g.Key,
                Households = g.Sum(x => x.Tally.Households),
                Target = g.Where(x => x.Tally.Decile != VillageTally.UnknownDecile && x.Tally.Decile <= targetDecile).Sum(x => x.Tally.Households),
                Unreached = g.Where(x => x.Tally.Decile != VillageTally.UnknownDecile && x.Tally.Decile <= targetDecile).Sum(x => x.Tally.Unreached),
            })
            .ToDictionaryAsync(s => s.DistrictId, ct);
        var districts = await db.Areas.AsNoTracking().Where(d => d.Level == AreaLevel.District && d.VanishedOn == null && d.Code.StartsWith(prefix))
            .OrderBy(d => d.Code).Select(d => new { d.Id, d.Code, d.Name }).ToListAsync(ct);
        return new(
            targetDecile,
            [.. districts.Select(d => sums.TryGetValue(d.Id, out var s) ? new DistrictCoverage(d.Id, d.Code, d.Name, s.Households, s.Target, s.Unreached) : new(d.Id, d.Code, d.Name, 0, 0, 0))]);
    }
}
