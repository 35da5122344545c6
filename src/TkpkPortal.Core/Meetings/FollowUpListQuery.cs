using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>One follow-up as lists print it.</summary>
public sealed record FollowUpRow(
    Guid Id, Guid MeetingId, string MeetingTitle, DateOnly MeetingDate, int Number, int Year, string Text, string Output, Guid AgencyId, string AgencyName, string AgencyHead,
    DateOnly? DueOn, FollowUpStatus Status, Guid? DecisionId, string? LastNote, DateTimeOffset? LastReportAt)
{
    public string Label => $"RTL {Number}/{Year}";

    public bool IsOpen => FollowUp.IsOpenWhen(Status);

    public int DaysLate(DateOnly today) => FollowUp.DaysLate(Status, DueOn, today);
}

/// <param name="Status">Null for any.</param>
/// <param name="OnlyOpen">Not yet done nor handed over.</param>
/// <param name="AgencyId">Null for every OPD.</param>
/// <param name="OnlyLate">Open and past its due date.</param>
/// <param name="Year">Year of the number.</param>
public sealed record FollowUpFilter(FollowUpStatus? Status, bool OnlyOpen, Guid? AgencyId, bool OnlyLate, int? Year);

public sealed class FollowUpListQuery(TkpkDbContext db, KabupatenClock clock)
{
    public Task<PagedList<FollowUpRow>> RunAsync(FollowUpFilter filter, int page, CancellationToken ct) => Rows(filter).ToPagedListAsync(page, ct);

    public Task<List<FollowUpRow>> AllAsync(FollowUpFilter filter, CancellationToken ct) => Rows(filter).ToListAsync(ct);

    public Task<List<int>> YearsAsync(CancellationToken ct) =>
        db.FollowUps.AsNoTracking().Select(f => f.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);

    private IQueryable<FollowUpRow> Rows(FollowUpFilter filter)
    {
        var today = clock.Today;
        var found = db.FollowUps.AsNoTracking();
        if (filter.Status is { } status) found = found.Where(f => f.Status == status);
        if (filter.OnlyOpen || filter.OnlyLate) found = found.WhereOpen();
        if (filter.OnlyLate) found = found.Where(f => f.DueOn < today);
        if (filter.AgencyId is { } agency) found = found.Where(f => f.AgencyId == agency);
        if (filter.Year is { } year) found = found.Where(f => f.Year == year);
        return found.InOrderOfUrgency().ToRows(db);
    }
}

internal static class FollowUpReads
{
    public static IQueryable<FollowUp> WhereOpen(this IQueryable<FollowUp> followUps) =>
        followUps.Where(f => f.Status != FollowUpStatus.Done && f.Status != FollowUpStatus.Transferred);

    /// <summary>Open ones first, the longest overdue on top; then what is closed, newest first.</summary>
    public static IQueryable<FollowUp> InOrderOfUrgency(this IQueryable<FollowUp> followUps) => followUps
        .OrderBy(f => f.Status == FollowUpStatus.Done || f.Status == FollowUpStatus.Transferred)
        .ThenBy(f => f.DueOn == null).ThenBy(f => f.DueOn).ThenByDescending(f => f.Year).ThenBy(f => f.Number);

    public static IQueryable<FollowUpRow> ToRows(this IQueryable<FollowUp> followUps, TkpkDbContext db) => followUps.Select(f => new FollowUpRow(
        f.Id, f.MeetingId, f.Meeting.Title, f.Meeting.Date, f.Number, f.Year, f.Text, f.Output, f.AgencyId,
        db.Agencies.Where(a => a.Id == f.AgencyId).Select(a => a.Name).First(), db.Agencies.Where(a => a.Id == f.AgencyId).Select(a => a.HeadTitle).First(),
        f.DueOn, f.Status, f.DecisionId,
        f.Reports.OrderByDescending(r => r.ReportedAt).Select(r => r.Note).FirstOrDefault(),
        f.Reports.OrderByDescending(r => r.ReportedAt).Select(r => (DateTimeOffset?)r.ReportedAt).FirstOrDefault()));
}
