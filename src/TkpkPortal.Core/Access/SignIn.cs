using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>
/// Checks who signs in. Every refusal does the same work and breaks the same rule. Saves in a context of its own, because the refusal must stay
/// in the trail though the form it came by is refused.
/// </summary>
public sealed class SignIn(TkpkDatabase database, PasswordHashing hashing, SignInCounters counters, AuditTrail trail, ReadActor readActor)
{
    /// <summary>Returns the user's id.</summary>
    public async Task<Guid> RunAsync(string name, string password, RequestTrace trace, CancellationToken ct)
    {
        var key = PortalUser.NameKey(name);
        await using var db = database.Open(Actor.Nobody, trace);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.NormalizedUserName == key || u.NormalizedEmail == key, ct);
        var account = user?.Id.ToString() ?? key;
        var locked = await counters.LockedUntilAsync(account, ct) is not null;
        var verified = await hashing.VerifyAsync(user is { IsActive: true } ? user.PasswordHash : null, password, ct);
        if (user is null || locked || verified == PasswordVerificationResult.Failed)
        {
            await counters.FailAsync(account, ct);
            // What was typed is not kept: people type the password into the wrong field.
            trail.Add(db, new(AuditAction.SignInRefused, nameof(PortalUser), user?.Id, user is null ? "Nama tidak dikenal" : ((IAudited)user).AuditName));
            await db.SaveChangesAsync(ct);
            throw new RuleBrokenException(AccessRules.SignInRefused);
        }

        await counters.ForgetFailuresAsync(account, ct);
        if (verified == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(db, user, password, ct);
        await using var own = database.Open(await readActor.RunAsync(user.Id, ct), trace);
        trail.Add(own, new(AuditAction.SignIn, nameof(PortalUser), user.Id, ((IAudited)user).AuditName));
        await own.SaveChangesAsync(ct);
        return user.Id;
    }

    /// <summary>Not an act of a person, so no audit row: the password stays the same, its hash becomes stronger.</summary>
    private async Task RehashAsync(TkpkDbContext db, PortalUser user, string password, CancellationToken ct)
    {
        var hash = await hashing.HashAsync(password, ct);
        await db.Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash), ct);
    }
}
