using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class AddFollowUp(TkpkDbContext db)
{
    /// <returns>Its number: "RTL 1/2026".</returns>
    public Task<string> RunAsync(Guid meetingId, FollowUpDetails details, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        async meeting =>
        {
            if (!await db.Agencies.AnyAsync(a => a.Id == details.AgencyId && a.IsActive, ct)) throw new RuleBrokenException(FollowUpRules.AgencyUnavailable, nameof(FollowUp.AgencyId));
            var number = await db.NextFollowUpNumberAsync(meeting.Date.Year, ct);
            return db.FollowUps.Add(meeting.AddFollowUp(number, details)).Entity.Label;
        },
        ct);
}
