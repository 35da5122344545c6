using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record OneTimeLinkView(string UserName, string FullName, DateTimeOffset ExpiresAt);

/// <summary>Whose link this is; null when it was used, has expired, or never was.</summary>
public sealed class OneTimeLinkQuery(TkpkDbContext db, TimeProvider time)
{
    public Task<OneTimeLinkView?> RunAsync(string token, CancellationToken ct)
    {
        var digest = OneTimeToken.Digest(token);
        var now = time.GetUtcNow();
        return db.Users.AsNoTracking().Where(u => u.InvitationDigest == digest && u.InvitationExpiresAt > now && u.IsActive)
            .Select(u => new OneTimeLinkView(u.UserName!, u.FullName, u.InvitationExpiresAt!.Value)).SingleOrDefaultAsync(ct);
    }
}
