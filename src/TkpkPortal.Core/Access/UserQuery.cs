using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record UserView(
    Guid Id, string UserName, string FullName, string Position, string? Email, Role Role, Guid? AreaId, string? AreaName, Guid? AgencyId, string? AgencyName,
    bool IsActive, bool HasPassword, DateTimeOffset? InvitationExpiresAt, uint Version)
{
    /// <summary>Closed for some minutes after five wrong passwords.</summary>
    public DateTimeOffset? LockedUntil { get; init; }
}

public sealed class UserQuery(TkpkDbContext db, SignInCounters counters)
{
    public async Task<UserView> RunAsync(Guid id, CancellationToken ct)
    {
        var view = await db.Users.AsNoTracking().Where(u => u.Id == id)
                       .Select(u => new UserView(
                           u.Id, u.UserName!, u.FullName, u.Position, u.Email, u.Role,
                           u.AreaId, db.Areas.Where(a => a.Id == u.AreaId).Select(a => a.Name).FirstOrDefault(),
                           u.AgencyId, db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).FirstOrDefault(),
                           u.IsActive, u.PasswordHash != null, u.InvitationExpiresAt, u.Version))
                       .SingleOrDefaultAsync(ct)
                   ?? throw new RecordNotFoundException();
        return view with { LockedUntil = await counters.LockedUntilAsync(id.ToString(), ct) };
    }
}
