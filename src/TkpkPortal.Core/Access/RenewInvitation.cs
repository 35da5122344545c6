using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>A new link for somebody who lost the first one, or the password.</summary>
public sealed class RenewInvitation(TkpkDbContext db, TimeProvider time)
{
    public async Task<OneTimeLink> RunAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) ?? throw new RecordNotFoundException();
        var token = user.OpenInvitation(time.GetUtcNow(), OneTimeLink.InvitationLifetime);
        await db.SaveChangesAsync(ct);
        return new(user.Id, token, user.InvitationExpiresAt!.Value);
    }
}
