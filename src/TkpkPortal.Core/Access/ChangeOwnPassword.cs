using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>A new password for oneself; ends the other sessions. Wrong old passwords count as failed sign-ins: a borrowed browser must not guess on.</summary>
public sealed class ChangeOwnPassword(TkpkDbContext db, Actor actor, PasswordPolicy policy, PasswordHashing hashing, SignInCounters counters)
{
    public async Task RunAsync(string oldPassword, string newPassword, Guid? currentSessionId, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, ct) ?? throw new RecordNotFoundException();
        var account = user.Id.ToString();
        var locked = await counters.LockedUntilAsync(account, ct) is not null;
        if (await hashing.VerifyAsync(user.PasswordHash, oldPassword, ct) == PasswordVerificationResult.Failed || locked)
        {
            await counters.FailAsync(account, ct);
            throw new RuleBrokenException(AccessRules.OldPasswordWrong, "OldPassword");
        }

        if (oldPassword == newPassword) throw new RuleBrokenException(AccessRules.PasswordUnchanged, "NewPassword");
        await policy.RequireAsync(newPassword, user, "NewPassword", ct);
        user.SetPassword(await hashing.HashAsync(newPassword, ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.LoginSessions.Where(s => s.UserId == user.Id && s.Id != currentSessionId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        await counters.ForgetFailuresAsync(account, ct);
    }
}
