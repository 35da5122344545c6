using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed record AgencyView(Guid Id, string Name, string ShortName, string HeadTitle, bool IsActive, uint Version);

public sealed class AgencyQuery(TkpkDbContext db)
{
    public async Task<AgencyView> RunAsync(Guid id, CancellationToken ct) =>
        await db.Agencies.AsNoTracking().Where(a => a.Id == id)
            .Select(a => new AgencyView(a.Id, a.Name, a.ShortName, a.HeadTitle, a.IsActive, a.Version)).SingleOrDefaultAsync(ct)
        ?? throw new RecordNotFoundException();
}
