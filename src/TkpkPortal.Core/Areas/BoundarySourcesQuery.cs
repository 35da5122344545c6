using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

/// <summary>Where the outlines under an area come from, as the foot of a map says it.</summary>
public sealed class BoundarySourcesQuery(TkpkDbContext db)
{
    public async Task<string> RunAsync(string rootCode, CancellationToken ct)
    {
        var prefix = rootCode + ".";
        var sources = await db.AreaBoundaries.Join(db.Areas.Where(a => a.Code.StartsWith(prefix)), b => b.AreaId, a => a.Id, (b, a) => b.Source).Distinct().OrderBy(s => s).ToListAsync(ct);
        return sources.Count == 0 ? "Belum ada batas wilayah; setiap wilayah digambar sebagai petak." : $"Batas wilayah: {string.Join("; ", sources)}.";
    }
}
