using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>The second pair of eyes: somebody else than who verified for Dinas Sosial.</summary>
public sealed class ApproveProposal(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01, USL-02, USL-03, USL-07, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? note, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.Approve(actor, ProposalForAct.Checked(note), time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
