using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

public sealed class CorrectFollowUp(TkpkDbContext db)
{
    public Task RunAsync(Guid meetingId, Guid followUpId, FollowUpDetails details, uint version, CancellationToken ct) => db.WriteMeetingAsync(
        meetingId,
        async meeting =>
        {
            var followUp = meeting.FollowUps.SingleOrDefault(f => f.Id == followUpId) ?? throw new RecordNotFoundException();
            if (details.AgencyId != followUp.AgencyId && !await db.Agencies.AnyAsync(a => a.Id == details.AgencyId && a.IsActive, ct))
                throw new RuleBrokenException(FollowUpRules.AgencyUnavailable, nameof(FollowUp.AgencyId));
            db.ExpectVersion(followUp, version);
            meeting.CorrectFollowUp(followUpId, details);
            return true;
        },
        ct);
}
