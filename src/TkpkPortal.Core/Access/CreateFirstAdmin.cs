using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>
/// A fresh portal has no user. Whoever runs the server makes the first admin on the command line; the same command gives that admin
/// a new link when the password is lost. The link works for one hour.
/// </summary>
public sealed class CreateFirstAdmin(TkpkDbContext db, TimeProvider time)
{
    public async Task<OneTimeLink> RunAsync(string userName, string fullName, CancellationToken ct)
    {
        var key = PortalUser.NameKey(userName);
        var now = time.GetUtcNow();
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == key, ct);
        if (user is { Role: not Role.Admin }) throw new RuleBrokenException(AccessRules.UserNameTaken);
        if (user is null)
        {
            if (await db.Users.AnyAsync(u => u.Role == Role.Admin && u.IsActive, ct)) throw new RuleBrokenException(AccessRules.AdminExists);
            user = InviteUser.NewUser(userName, now);
            user.Correct(new(fullName.Trim(), RoleNames.Of(Role.Admin), null, Role.Admin, null, null));
            db.Users.Add(user);
        }

        var token = user.OpenInvitation(now, OneTimeLink.FirstAdminLifetime);
        await db.SaveChangesAsync(ct);
        return new(user.Id, token, user.InvitationExpiresAt!.Value);
    }
}
