using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed record PartnerView(Guid Id, string Name, PartnerKind Kind, string? Contact, string? Contribution, bool IsActive, uint Version);

public sealed class PartnerQuery(TkpkDbContext db)
{
    public async Task<PartnerView> RunAsync(Guid id, CancellationToken ct) =>
        await db.Partners.AsNoTracking().Where(p => p.Id == id)
            .Select(p => new PartnerView(p.Id, p.Name, p.Kind, p.Contact, p.Contribution, p.IsActive, p.Version)).SingleOrDefaultAsync(ct)
        ?? throw new RecordNotFoundException();
}
