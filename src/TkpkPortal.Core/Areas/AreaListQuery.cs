using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

public sealed record AreaRow(Guid Id, string Code, string? BpsCode, string Name, AreaLevel Level, VillageKind? Kind, string? ParentName, DateOnly? VanishedOn, int Children, bool HasBoundary);

public sealed class AreaListQuery(TkpkDbContext db)
{
    /// <summary>Children of an area, or what matches a name or code anywhere.</summary>
    public Task<PagedList<AreaRow>> RunAsync(Guid? parentId, AreaLevel? level, string? search, int page, CancellationToken ct) =>
        Rows(parentId, level, search).ToPagedListAsync(page, ct);

    public Task<List<AreaRow>> AllAsync(Guid? parentId, AreaLevel? level, string? search, CancellationToken ct) => Rows(parentId, level, search).ToListAsync(ct);

    private IQueryable<AreaRow> Rows(Guid? parentId, AreaLevel? level, string? search)
    {
        var areas = db.Areas.AsNoTracking();
        if (parentId is { } parent) areas = areas.Where(a => a.ParentId == parent);
        if (level is { } wanted) areas = areas.Where(a => a.Level == wanted);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{search.Trim()}%";
            var code = AreaCode.TryParse(search, out var parsed) ? parsed.Text : search.Trim();
            areas = areas.Where(a => EF.Functions.ILike(a.Name, pattern) || a.Code.StartsWith(code));
        }

        return areas.OrderBy(a => a.Code).Select(a => new AreaRow(
            a.Id, a.Code, a.BpsCode, a.Name, a.Level, a.Kind,
            db.Areas.Where(p => p.Id == a.ParentId).Select(p => p.Name).FirstOrDefault(),
            a.VanishedOn, db.Areas.Count(c => c.ParentId == a.Id), db.AreaBoundaries.Any(b => b.AreaId == a.Id)));
    }
}
