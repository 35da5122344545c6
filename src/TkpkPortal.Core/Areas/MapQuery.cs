using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

public sealed record MapPlace(Guid Id, string Code, string Name, AreaLevel Level);

/// <summary>Areas under one area with a drawn sheet; null where none has a boundary. Outlines: the districts over a map of villages.</summary>
public sealed record AreaMapView(IReadOnlyList<MapPlace> Places, MapSheet? Sheet, IReadOnlyList<string> Outlines);

/// <summary>The map of the districts or the villages under an area. Drawn once per import of boundaries and kept in memory: drawing costs more than the page.</summary>
public sealed class MapQuery(TkpkDbContext db)
{
    private static readonly ConcurrentDictionary<(string Root, AreaLevel Level), Drawing> Drawn = new();

    public async Task<AreaMapView> RunAsync(string rootCode, AreaLevel level, CancellationToken ct)
    {
        var prefix = rootCode + ".";
        var places = await db.Areas.AsNoTracking().Where(a => a.Level == level && a.VanishedOn == null && a.Code.StartsWith(prefix))
            .OrderBy(a => a.Code).Select(a => new MapPlace(a.Id, a.Code, a.Name, a.Level)).ToListAsync(ct);
        if (await db.AreaBoundaries.MaxAsync(b => (DateTimeOffset?)b.ImportedAt, ct) is not { } stamp) return new(places, null, []);
        if (!Drawn.TryGetValue((rootCode, level), out var drawing) || drawing.Stamp != stamp)
            Drawn[(rootCode, level)] = drawing = await DrawAsync(rootCode, level, stamp, ct);
        return new(places, drawing.Sheet, drawing.Outlines);
    }

    private async Task<Drawing> DrawAsync(string root, AreaLevel level, DateTimeOffset stamp, CancellationToken ct)
    {
        var shapes = await BoundariesAsync(root, level, ct);
        if (shapes.Count == 0 && level == AreaLevel.District)
            shapes = await BoundariesAsync(root, AreaLevel.Village, ct) is { Count: > 0 } villages ? BoundarySimplifier.Dissolve(villages) : [];
        if (shapes.Count == 0) return new(stamp, null, []);
        var sheet = MapSheet.Draw(shapes);
        var overview = level == AreaLevel.Village && root.Count(c => c == '.') == 1;
        return new(stamp, sheet, overview ? sheet.OutlinesOf(BoundarySimplifier.Dissolve(shapes)) : []);
    }

    private async Task<IReadOnlyList<Boundary>> BoundariesAsync(string root, AreaLevel level, CancellationToken ct)
    {
        var prefix = root + ".";
        var rows = await db.AreaBoundaries.AsNoTracking()
            .Join(db.Areas.Where(a => a.Level == level && a.Code.StartsWith(prefix)), b => b.AreaId, a => a.Id, (b, a) => new { a.Code, b.Shape })
            .OrderBy(b => b.Code).ToListAsync(ct);
        var reader = new WKBReader();
        return [.. rows.Select(r => new Boundary(r.Code, reader.Read(r.Shape)))];
    }

    private sealed record Drawing(DateTimeOffset Stamp, MapSheet? Sheet, IReadOnlyList<string> Outlines);
}
