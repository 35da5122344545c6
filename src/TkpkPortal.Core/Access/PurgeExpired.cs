using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Deletes what no longer means anything: sessions that ended long ago, old form keys and kept forms, counters of yesterday.</summary>
public sealed class PurgeExpired(TkpkDbContext db, TimeProvider time)
{
    private static readonly TimeSpan FormsKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan CountersKept = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        DateTimeOffset ended = now - LoginSession.Remembered, oldestSession = ended - LoginSession.Longest, oldestForm = now - FormsKept, oldestCounter = now - CountersKept;
        await db.LoginSessions.Where(s => s.ExpiresAt <= ended || s.CreatedAt <= oldestSession).ExecuteDeleteAsync(ct);
        await db.PostedForms.Where(f => f.At < oldestForm).ExecuteDeleteAsync(ct);
        var oldestHeld = now - HeldPost.Kept;
        await db.HeldPosts.Where(p => p.At <= oldestHeld).ExecuteDeleteAsync(ct);
        await db.SignInCounters.Where(c => c.Since < oldestCounter).ExecuteDeleteAsync(ct);
    }
}
