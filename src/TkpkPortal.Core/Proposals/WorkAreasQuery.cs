using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>Places as <see cref="HouseholdAreasQuery"/> gives them; for a pendamping those of the visits, which may lie outside the families assigned so far.</summary>
public sealed class WorkAreasQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery)
{
    public async Task<HouseholdAreas> RunAsync(CancellationToken ct)
    {
        if (db.Actor.Reach != Reach.AssignedHouseholds) return await areasQuery.RunAsync(ct);
        var villages = await db.Areas.AsNoTracking().Where(v => db.Proposals.Any(p => p.VillageId == v.Id)).OrderBy(v => v.Code)
            .Select(v => new Place(v.Id, v.Code, v.Name, v.ParentId, v.VanishedOn == null)).ToListAsync(ct);
        var parents = villages.ConvertAll(v => v.ParentId);
        return new(await db.Areas.AsNoTracking().Where(d => parents.Contains(d.Id)).OrderBy(d => d.Code).Select(d => new Place(d.Id, d.Code, d.Name, d.ParentId, d.VanishedOn == null)).ToListAsync(ct), villages);
    }
}
