using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>An OPD tells how far its follow-up is. Another OPD's follow-up is answered as if it did not exist.</summary>
public sealed class ReportFollowUp(TkpkDbContext db, Actor actor, KabupatenClock clock)
{
    public async Task RunAsync(Guid followUpId, FollowUpStatus status, string? note, uint version, CancellationToken ct)
    {
        var followUp = await db.FollowUps.SingleOrDefaultAsync(f => f.Id == followUpId, ct) ?? throw new RecordNotFoundException();
        db.ExpectVersion(followUp, version);
        db.FollowUpReports.Add(followUp.Report(status, note, actor, clock.Today, clock.Now));
        await db.SaveChangesAsync(ct);
    }
}
