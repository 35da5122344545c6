using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>
/// Writers of one rakor take turns: its row is locked, then the whole rakor is read, so every rule sees what the one before saved,
/// and nothing is added behind the back of an approval. A list of a hundred attendees is read in a few milliseconds.
/// </summary>
internal static class MeetingDesk
{
    private const int DecisionNumbers = 3601;
    private const int FollowUpNumbers = 3602;

    public static async Task<T> WriteMeetingAsync<T>(this TkpkDbContext db, Guid meetingId, Func<Meeting, Task<T>> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from meetings where id = {meetingId} for update", ct);
        var meeting = await db.Meetings
            .Include(m => m.Agenda).Include(m => m.Invitees).Include(m => m.Attendees).Include(m => m.Decisions).Include(m => m.FollowUps)
            .AsSplitQuery().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new RecordNotFoundException();
        var result = await act(meeting);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    public static Task WriteMeetingAsync(this TkpkDbContext db, Guid meetingId, Action<Meeting> act, CancellationToken ct) =>
        db.WriteMeetingAsync(
            meetingId,
            meeting =>
            {
                act(meeting);
                return Task.FromResult(true);
            },
            ct);

    /// <summary>The next K of the year. Held until the transaction ends, so that two rakor numbering at once leave no gap and no twin.</summary>
    public static async Task<int> NextDecisionNumberAsync(this TkpkDbContext db, int year, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({DecisionNumbers}, {year})", ct);
        return (await db.Decisions.Where(d => d.Year == year).MaxAsync(d => (int?)d.Number, ct) ?? 0) + 1;
    }

    /// <summary>The next RTL of the year, held as above.</summary>
    public static async Task<int> NextFollowUpNumberAsync(this TkpkDbContext db, int year, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({FollowUpNumbers}, {year})", ct);
        return (await db.FollowUps.Where(f => f.Year == year).MaxAsync(f => (int?)f.Number, ct) ?? 0) + 1;
    }
}
