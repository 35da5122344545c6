using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed record PartnerRow(Guid Id, string Name, PartnerKind Kind, string? Contact, string? Contribution, bool IsActive);

public sealed class PartnerListQuery(TkpkDbContext db)
{
    public Task<PagedList<PartnerRow>> RunAsync(string? search, PartnerKind? kind, bool withInactive, int page, CancellationToken ct) =>
        Rows(search, kind, withInactive).ToPagedListAsync(page, ct);

    public Task<List<PartnerRow>> AllAsync(string? search, PartnerKind? kind, bool withInactive, CancellationToken ct) => Rows(search, kind, withInactive).ToListAsync(ct);

    private IQueryable<PartnerRow> Rows(string? search, PartnerKind? kind, bool withInactive)
    {
        var partners = db.Partners.AsNoTracking();
        if (!withInactive) partners = partners.Where(p => p.IsActive);
        if (kind is { } wanted) partners = partners.Where(p => p.Kind == wanted);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{search.Trim()}%";
            partners = partners.Where(p => EF.Functions.ILike(p.Name, pattern));
        }

        return partners.OrderBy(p => p.Name).Select(p => new PartnerRow(p.Id, p.Name, p.Kind, p.Contact, p.Contribution, p.IsActive));
    }
}
