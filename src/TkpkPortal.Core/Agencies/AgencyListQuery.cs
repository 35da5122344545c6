using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed record AgencyRow(Guid Id, string Name, string ShortName, string HeadTitle, bool IsActive, int Programs);

public sealed class AgencyListQuery(TkpkDbContext db)
{
    public Task<PagedList<AgencyRow>> RunAsync(string? search, bool withInactive, int page, CancellationToken ct) =>
        Rows(search, withInactive).ToPagedListAsync(page, ct);

    public Task<List<AgencyRow>> AllAsync(string? search, bool withInactive, CancellationToken ct) => Rows(search, withInactive).ToListAsync(ct);

    private IQueryable<AgencyRow> Rows(string? search, bool withInactive)
    {
        var agencies = db.Agencies.AsNoTracking();
        if (!withInactive) agencies = agencies.Where(a => a.IsActive);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{search.Trim()}%";
            agencies = agencies.Where(a => EF.Functions.ILike(a.Name, pattern) || EF.Functions.ILike(a.ShortName, pattern));
        }

        return agencies.OrderBy(a => a.Name).Select(a => new AgencyRow(
            a.Id, a.Name, a.ShortName, a.HeadTitle, a.IsActive, db.Programs.Count(p => p.AgencyId == a.Id && p.IsActive)));
    }
}
