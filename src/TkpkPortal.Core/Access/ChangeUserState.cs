using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Deactivation ends the user's sessions and open link at once. A user is never deleted.</summary>
public sealed class ChangeUserState(TkpkDbContext db, Actor actor)
{
    public async Task RunAsync(Guid userId, bool active, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) ?? throw new RecordNotFoundException();
        if (active) user.Reactivate();
        else
        {
            if (userId == actor.UserId) throw new RuleBrokenException(AccessRules.NotOneself);
            if (user is { Role: Role.Admin, IsActive: true }) await db.RequireAnotherAdminAsync(userId, ct);
            user.Deactivate();
        }

        await db.SaveChangesAsync(ct);
        if (!active) await db.LoginSessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
