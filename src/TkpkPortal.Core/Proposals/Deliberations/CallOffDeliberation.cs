using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>A musyawarah that will not be held, or was planned twice: it goes with its agenda and attendance; its proposals wait for another. The trail keeps that it was.</summary>
public sealed class CallOffDeliberation(TkpkDbContext db)
{
    /// <summary>Refused: MSD-01, MSD-17.</summary>
    public async Task RunAsync(Guid id, uint version, CancellationToken ct)
    {
        var deliberation = await db.VillageDeliberations.Include(d => d.Items).Include(d => d.Attendees).AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, ct)
            ?? throw new RecordNotFoundException();
        db.ExpectVersion(deliberation, version);
        deliberation.MustBeUnsigned();
        db.Remove(deliberation);
        await db.SaveChangesAsync(ct);
    }
}
