using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Camat or Dinas Sosial finds a proposal right.</summary>
public sealed class VerifyProposal(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01, USL-02, USL-03, IDN-11.</summary>
    public async Task RunAsync(Guid id, string? note, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.Verify(actor, ProposalForAct.Checked(note), time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
