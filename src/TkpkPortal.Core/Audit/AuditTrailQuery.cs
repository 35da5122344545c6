using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Audit;

/// <summary>What the reader of the trail asks for; <see cref="RootId"/> is one family, program or rakor, reached by a link.</summary>
public sealed record AuditFilter(string? Who, AuditAction? Action, string? Subject, DateOnly? From, DateOnly? To, Guid? RootId);

public sealed record AuditRow(
    long Sequence, DateTime At, string ActorName, string ActorRole, AuditAction Action, string Subject, Guid? SubjectId, string SubjectName,
    Guid? RootId, string? Reason, IReadOnlyList<FieldChange> Changes, bool IsSealed);

/// <summary>Rows newest first, and where the older ones begin.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? OlderThan);

/// <summary>The trail, paged by key: millions of rows, and never a count of them.</summary>
public sealed class AuditTrailQuery(TkpkDbContext db, AuditTrail trail, KabupatenClock clock)
{
    public const int PageSize = 50;

    /// <summary>Rows one download may hold.</summary>
    public const int ExportLimit = 10_000;

    public async Task<AuditPage> RunAsync(AuditFilter filter, long? olderThan, CancellationToken ct)
    {
        var rows = await ReadAsync(filter, olderThan, PageSize + 1, ct);
        return rows.Count > PageSize ? new(rows.GetRange(0, PageSize), rows[PageSize - 1].Sequence) : new(rows, null);
    }

    public Task<List<AuditRow>> AllAsync(AuditFilter filter, CancellationToken ct) => ReadAsync(filter, null, ExportLimit, ct);

    private async Task<List<AuditRow>> ReadAsync(AuditFilter filter, long? olderThan, int count, CancellationToken ct)
    {
        var entries = await Filtered(filter).Where(a => olderThan == null || a.Sequence < olderThan).OrderByDescending(a => a.Sequence).Take(count).ToListAsync(ct);
        return [.. entries.Select(a => new AuditRow(
            a.Sequence, clock.Local(a.At), a.ActorName, a.ActorRole, a.Action, a.Subject, a.SubjectId, a.SubjectName,
            a.RootId, a.Reason, trail.ChangesOf(a.Id, a.SealedChanges), a.Seal is not null))];
    }

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            var pattern = $"%{filter.Who.Trim()}%";
            entries = entries.Where(a => EF.Functions.ILike(a.ActorName, pattern));
        }

        if (filter.Action is { } action) entries = entries.Where(a => a.Action == action);
        if (filter.Subject is { Length: > 0 } subject) entries = entries.Where(a => a.Subject == subject);
        if (filter.RootId is { } root) entries = entries.Where(a => a.RootId == root);
        if (filter.From is { } from)
        {
            var begin = clock.StartOf(from);
            entries = entries.Where(a => a.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = clock.StartOf(to.AddDays(1));
            entries = entries.Where(a => a.At < end);
        }

        return entries;
    }
}
