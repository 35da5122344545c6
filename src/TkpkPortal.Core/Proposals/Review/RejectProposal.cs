using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>A reviewer ends a proposal.</summary>
public sealed class RejectProposal(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01, USL-02, USL-04, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? reason, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.Reject(ProposalForAct.Checked(reason, nameof(Proposal.Reason)), actor, time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
