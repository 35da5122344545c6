using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record InvitationView(string UserName, string FullName, DateTimeOffset ExpiresAt);

/// <summary>Whose link this is; null when it was used, has expired, or never was.</summary>
public sealed class InvitationQuery(TkpkDbContext db, TimeProvider time)
{
    public Task<InvitationView?> RunAsync(string token, CancellationToken ct)
    {
        var digest = OneTimeToken.Digest(token);
        var now = time.GetUtcNow();
        return db.Users.AsNoTracking().Where(u => u.InvitationDigest == digest && u.InvitationExpiresAt > now && u.IsActive)
            .Select(u => new InvitationView(u.UserName!, u.FullName, u.InvitationExpiresAt!.Value)).SingleOrDefaultAsync(ct);
    }
}
