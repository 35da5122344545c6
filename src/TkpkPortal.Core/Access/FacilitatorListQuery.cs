using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record FacilitatorChoice(Guid Id, string FullName, string Position);

/// <summary>Pendamping who may be assigned to a family.</summary>
public sealed class FacilitatorListQuery(TkpkDbContext db)
{
    private const int Most = 500;

    public Task<List<FacilitatorChoice>> RunAsync(CancellationToken ct) =>
        db.Users.AsNoTracking().Where(u => u.Role == Role.Facilitator && u.IsActive)
            .OrderBy(u => u.FullName).Take(Most).Select(u => new FacilitatorChoice(u.Id, u.FullName, u.Position)).ToListAsync(ct);
}
