using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class AddDecision(TkpkDbContext db)
{
    /// <returns>Its number: "K 1/2026".</returns>
    public Task<string> RunAsync(Guid meetingId, string text, Guid? agendaItemId, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        async meeting =>
        {
            var number = await db.NextDecisionNumberAsync(meeting.Date.Year, ct);
            return db.Decisions.Add(meeting.AddDecision(number, text, agendaItemId)).Entity.Label;
        },
        ct);
}
