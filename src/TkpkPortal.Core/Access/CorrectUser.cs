using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Access;

/// <summary>Changes name, role or scope. It works at the user's next request, because each request reads its actor anew.</summary>
public sealed class CorrectUser(TkpkDbContext db, Actor actor, CurrentSettings settings)
{
    public async Task RunAsync(Guid userId, UserDetails details, uint version, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) ?? throw new RecordNotFoundException();
        if (user.Role == Role.Admin && details.Role != Role.Admin)
        {
            if (userId == actor.UserId) throw new RuleBrokenException(AccessRules.OwnRoleKept, nameof(PortalUser.Role));
            await db.RequireAnotherAdminAsync(userId, ct);
        }

        var checkedDetails = await details.CheckedAsync(db, await settings.GetAsync(ct), user, ct);
        db.ExpectVersion(user, version);
        user.Correct(checkedDetails);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
