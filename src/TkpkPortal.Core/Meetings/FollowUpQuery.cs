using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>A follow-up with everything said about it, newest first.</summary>
public sealed record FollowUpView(FollowUpRow Row, uint Version, string? DecisionLabel, bool IsLocked, bool MayReport, IReadOnlyList<FollowUpReportView> Reports);

public sealed record FollowUpReportView(FollowUpStatus Status, string Note, string ReportedBy, DateTimeOffset ReportedAt);

public sealed class FollowUpQuery(TkpkDbContext db, Actor actor)
{
    public async Task<FollowUpView> RunAsync(Guid id, CancellationToken ct)
    {
        var row = await db.FollowUps.AsNoTracking().Where(f => f.Id == id).ToRows(db).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        var extra = await db.FollowUps.AsNoTracking().Where(f => f.Id == id)
            .Select(f => new { f.Version, f.Meeting.Status, Decision = db.Decisions.Where(d => d.Id == f.DecisionId).Select(d => new { d.Number, d.Year }).FirstOrDefault() }).SingleAsync(ct);
        var reports = await db.FollowUpReports.AsNoTracking().Where(r => r.FollowUpId == id).OrderByDescending(r => r.ReportedAt)
            .Select(r => new FollowUpReportView(r.Status, r.Note, r.ReportedBy, r.ReportedAt)).ToListAsync(ct);
        return new(
            row, extra.Version, extra.Decision is { } d ? $"K {d.Number}/{d.Year}" : null, extra.Status == MeetingStatus.MinutesApproved, FollowUp.MayReport(actor, row.AgencyId), reports);
    }

    /// <summary>As above, for who may report on it; for anybody else it does not exist.</summary>
    public async Task<FollowUpView> ToReportAsync(Guid id, CancellationToken ct) =>
        await RunAsync(id, ct) is { MayReport: true } view ? view : throw new RecordNotFoundException();
}
