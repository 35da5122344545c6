using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Access;

/// <summary>Makes a user without a password, and the link by which that person chooses one.</summary>
public sealed class InviteUser(TkpkDbContext db, CurrentSettings settings, TimeProvider time)
{
    public async Task<OneTimeLink> RunAsync(string userName, UserDetails details, CancellationToken ct)
    {
        var key = PortalUser.NameKey(userName);
        if (await db.Users.AnyAsync(u => u.NormalizedUserName == key, ct)) throw new RuleBrokenException(AccessRules.UserNameTaken, nameof(PortalUser.UserName));
        var checkedDetails = await details.CheckedAsync(db, await settings.GetAsync(ct), before: null, ct);
        var now = time.GetUtcNow();
        var user = NewUser(userName, now);
        user.Correct(checkedDetails);
        var token = user.OpenInvitation(now, OneTimeLink.InvitationLifetime);
        db.Users.Add(user);
        await db.SaveChangesAsync(ct);
        return new(user.Id, token, user.InvitationExpiresAt!.Value);
    }

    internal static PortalUser NewUser(string userName, DateTimeOffset now) => new()
    {
        UserName = userName.Trim(),
        NormalizedUserName = PortalUser.NameKey(userName),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        CreatedAt = now,
    };
}
