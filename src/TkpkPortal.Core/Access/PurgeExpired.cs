using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Deletes what no longer means anything: ended sessions, old form keys, counters of yesterday.</summary>
public sealed class PurgeExpired(TkpkDbContext db, TimeProvider time)
{
    private static readonly TimeSpan FormsKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan CountersKept = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        DateTimeOffset oldestSession = now - LoginSession.Longest, oldestForm = now - FormsKept, oldestCounter = now - CountersKept;
        await db.LoginSessions.Where(s => s.ExpiresAt <= now || s.CreatedAt <= oldestSession).ExecuteDeleteAsync(ct);
        await db.PostedForms.Where(f => f.At < oldestForm).ExecuteDeleteAsync(ct);
        await db.SignInCounters.Where(c => c.Since < oldestCounter).ExecuteDeleteAsync(ct);
    }
}
