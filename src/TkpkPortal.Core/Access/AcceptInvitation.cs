using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Chooses a password by a one-time link. Ends every session of the user: whoever needed a new password may have lost the old one to somebody.</summary>
public sealed class AcceptInvitation(TkpkDbContext db, PasswordPolicy policy, PasswordHashing hashing, SignInCounters counters, TimeProvider time)
{
    /// <summary>Returns the user name to sign in with.</summary>
    public async Task<string> RunAsync(string token, string password, CancellationToken ct)
    {
        var digest = OneTimeToken.Digest(token);
        var now = time.GetUtcNow();
        var user = await db.Users.SingleOrDefaultAsync(u => u.InvitationDigest == digest && u.InvitationExpiresAt > now && u.IsActive, ct)
                   ?? throw new RuleBrokenException(AccessRules.InvitationInvalid);
        await policy.RequireAsync(password, user, "Password", ct);
        user.SetPassword(await hashing.HashAsync(password, ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.LoginSessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        await counters.ForgetFailuresAsync(user.Id.ToString(), ct);
        return user.UserName!;
    }
}
