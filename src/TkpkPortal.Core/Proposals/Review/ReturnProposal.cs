using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>A reviewer gives a proposal back to the desa.</summary>
public sealed class ReturnProposal(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01 to USL-04, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? reason, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.Return(ProposalForAct.Checked(reason, nameof(Proposal.Reason)), actor, time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
