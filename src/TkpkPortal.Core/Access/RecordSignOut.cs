using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Writes that the actor signed out; the sign-in machinery deletes the session itself.</summary>
public sealed class RecordSignOut(TkpkDbContext db, Actor actor, AuditTrail trail)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var user = await db.Users.FindAsync([actor.UserId!.Value], ct) ?? throw new RecordNotFoundException();
        trail.Add(db, new(AuditAction.SignOut, nameof(PortalUser), user.Id, ((IAudited)user).AuditName));
        await db.SaveChangesAsync(ct);
    }
}
