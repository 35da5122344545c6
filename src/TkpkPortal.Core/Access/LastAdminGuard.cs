using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

internal static class LastAdminGuard
{
    private const long LockKey = 990_101;

    /// <summary>Needs a transaction. Two admins removing each other at the same moment take turns here, so that one stays.</summary>
    public static async Task RequireAnotherAdminAsync(this TkpkDbContext db, Guid userId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", ct);
        if (!await db.Users.AnyAsync(u => u.Id != userId && u.Role == Role.Admin && u.IsActive && u.PasswordHash != null, ct)) throw new RuleBrokenException(AccessRules.LastAdmin);
    }
}
