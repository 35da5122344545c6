using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>Takes a proposal back, for good.</summary>
public sealed class CancelProposal(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: USL-01, USL-02, USL-04, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? reason, uint version, CancellationToken ct)
    {
        var proposal = await db.Proposals.Include(p => p.Incoming).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        FreeText.MustHoldNoNumber(reason, nameof(Proposal.Reason));
        db.ExpectVersion(proposal, version);
        proposal.Cancel(reason, db.Actor, clock.Now);
        await db.SaveProposalsAsync(ct);
    }
}
