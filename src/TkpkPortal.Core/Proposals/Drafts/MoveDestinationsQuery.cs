using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Drafts;

public sealed record Destination(Guid Id, string Name, string District);

/// <summary>Every desa in force of the kabupaten a desa belongs to, but itself: names of places, whatever the reader's scope.</summary>
public sealed class MoveDestinationsQuery(TkpkDbContext db)
{
    public async Task<IReadOnlyList<Destination>> RunAsync(Guid fromVillageId, CancellationToken ct)
    {
        var regency = await db.Areas.Where(v => v.Id == fromVillageId).Join(db.Areas, v => v.ParentId, d => d.Id, (_, d) => d.ParentId).SingleOrDefaultAsync(ct);
        return await db.Areas.AsNoTracking().Where(v => v.Level == AreaLevel.Village && v.VanishedOn == null && v.Id != fromVillageId)
            .Join(db.Areas.Where(d => d.ParentId == regency), v => v.ParentId, d => d.Id, (v, d) => new { v.Id, v.Code, v.Name, District = d.Name })
            .OrderBy(v => v.Code).Select(v => new Destination(v.Id, v.Name, v.District)).ToListAsync(ct);
    }
}
