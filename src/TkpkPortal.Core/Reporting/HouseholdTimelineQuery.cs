using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Reporting;

/// <summary>One thing that happened to a family: what, the fields with their words before and after, who, and where the figure came from.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string What, IReadOnlyList<FieldChange> Changes, string By, string? Source = null);

/// <param name="Older">Where older history goes on: microseconds since 1970.</param>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, long? Older);

/// <summary>What the audit trail, the imports and the proposals tell about one family, newest first. Who only looked is not part of it; who opened the numbers is.</summary>
public sealed class HouseholdTimelineQuery(TkpkDbContext db, AuditTrail trail, HouseholdImportsQuery imports, HouseholdProposalsQuery proposals)
{
    private const int PageSize = 20;

    public async Task<Timeline> RunAsync(Guid householdId, long? before, CancellationToken ct)
    {
        var until = before is { } cursor ? DateTimeOffset.UnixEpoch.AddTicks(cursor * TimeSpan.TicksPerMicrosecond) : DateTimeOffset.MaxValue;
        var entries = db.AuditEntries.AsNoTracking().Where(a => a.RootId == householdId && a.Action != AuditAction.Read && a.At < until);
        List<TimelineEntry> brought = [.. await imports.RunAsync(householdId, until, ct), .. await proposals.RunAsync(householdId, until, ct)];
        var times = await entries.OrderByDescending(a => a.At).Take(PageSize + 1).Select(a => a.At).ToListAsync(ct);
        List<DateTimeOffset> all = [.. times.Concat(brought.Select(b => b.At)).OrderDescending()];
        var more = all.Count > PageSize;
        // Whatever happened at one moment stands on one page, because the cursor is that moment.
        var since = more ? all[PageSize - 1] : DateTimeOffset.MinValue;
        var page = await entries.Where(a => a.At >= since).OrderByDescending(a => a.Sequence).ToListAsync(ct);
        var told = page.ConvertAll(e => (Entry: e, Changes: trail.ToldBy(e.Id, e.SealedChanges)));
        var names = await TimelineNames.ReadAsync(db, householdId, told, ct);
        var lines = told.Select(t => TimelineWords.Tell(t.Entry, t.Changes, names)).OfType<TimelineEntry>().Concat(brought.Where(b => b.At >= since)).OrderByDescending(e => e.At);
        var older = all.Exists(t => t < since) || (times.Count > PageSize && times[^1] >= since);
        return new([.. lines], older ? (since - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : null);
    }
}
