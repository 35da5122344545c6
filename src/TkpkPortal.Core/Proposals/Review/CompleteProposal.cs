using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Answers what a person asked about the own data (UU 27/2022).</summary>
public sealed class CompleteProposal(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01 to USL-04, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? answer, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.Complete(ProposalForAct.Checked(answer, nameof(Proposal.Reason)), null, actor, time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
