using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>Places as <see cref="HouseholdAreasQuery"/> gives them; for a pendamping those of the visits, which may lie outside the families assigned so far.</summary>
public sealed class ProposalAreasQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    public Task<HouseholdAreas> RunAsync(CancellationToken ct) =>
        db.Actor.Reach == Reach.AssignedHouseholds ? kept.GetAsync((nameof(ProposalAreasQuery), db.Actor.UserId), () => OfVisitsAsync(ct)) : areasQuery.RunAsync(ct);

    private async Task<HouseholdAreas> OfVisitsAsync(CancellationToken ct)
    {
        var visited = db.Proposals.Select(p => p.VillageId).Distinct();
        var places = await db.Areas.AsNoTracking().Where(v => visited.Contains(v.Id))
            .Join(db.Areas.AsNoTracking(), v => v.ParentId, d => d.Id, (v, d) => new { Village = new Place(v.Id, v.Code, v.Name, v.ParentId, v.VanishedOn == null), District = new Place(d.Id, d.Code, d.Name, d.ParentId, d.VanishedOn == null) })
            .ToListAsync(ct);
        return new([.. places.Select(p => p.District).DistinctBy(d => d.Id).OrderBy(d => d.Code, StringComparer.Ordinal)], [.. places.Select(p => p.Village).OrderBy(v => v.Code, StringComparer.Ordinal)]);
    }
}
