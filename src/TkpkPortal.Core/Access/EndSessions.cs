using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Ends sessions on the server: one's own from the account page, anybody's by an admin. The browser's next request is sent to the sign-in page.</summary>
public sealed class EndSessions(TkpkDbContext db, Actor actor, AuditTrail trail)
{
    /// <summary>One of the actor's own sessions.</summary>
    public async Task RunAsync(Guid sessionId, CancellationToken ct)
    {
        if (!await db.LoginSessions.AnyAsync(s => s.Id == sessionId && s.UserId == actor.UserId, ct)) throw new RecordNotFoundException();
        await EndAsync(db.LoginSessions.Where(s => s.Id == sessionId && s.UserId == actor.UserId), actor.UserId!.Value, "Satu sesi diakhiri dari halaman Akun saya.", ct);
    }

    /// <summary>All of the actor's own sessions but the one at work.</summary>
    public Task OthersAsync(Guid? currentSessionId, CancellationToken ct) =>
        EndAsync(db.LoginSessions.Where(s => s.UserId == actor.UserId && s.Id != currentSessionId), actor.UserId!.Value, "Semua sesi lain diakhiri dari halaman Akun saya.", ct);

    /// <summary>All sessions of a user, by an admin.</summary>
    public async Task AllOfAsync(Guid userId, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(u => u.Id == userId, ct)) throw new RecordNotFoundException();
        await EndAsync(db.LoginSessions.Where(s => s.UserId == userId), userId, "Semua sesi diakhiri admin.", ct);
    }

    private async Task EndAsync(IQueryable<LoginSession> sessions, Guid userId, string reason, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await sessions.ExecuteDeleteAsync(ct);
        trail.Add(db, new(AuditAction.SignOut, nameof(PortalUser), userId, ((IAudited)user).AuditName), reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
