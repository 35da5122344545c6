using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

public sealed record AreaStep(Guid Id, string Name);

/// <summary><see cref="Path"/>: the areas above it, the nation first.</summary>
public sealed record AreaView(Guid Id, string Code, string? BpsCode, string Name, AreaLevel Level, VillageKind? Kind, DateOnly? VanishedOn, IReadOnlyList<AreaStep> Path);

public sealed class AreaQuery(TkpkDbContext db)
{
    public async Task<AreaView> RunAsync(Guid id, CancellationToken ct)
    {
        var area = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RecordNotFoundException();
        var above = new List<string>();
        for (var code = area.Code; AreaCode.TryParse(code, out var parsed) && parsed.ParentText is { } parent; code = parent) above.Add(parent);
        var path = await db.Areas.AsNoTracking().Where(a => above.Contains(a.Code)).OrderBy(a => a.Level == AreaLevel.Nation ? "" : a.Code)
            .Select(a => new AreaStep(a.Id, a.Name)).ToListAsync(ct);
        return new(area.Id, area.Code, area.BpsCode, area.Name, area.Level, area.Kind, area.VanishedOn, path);
    }
}
