using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>What the pendamping found at the family's home.</summary>
public sealed class RecordFieldCheck(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01 to USL-04, USL-09, IDN-11.</summary>
    public async Task RunAsync(Guid id, FieldFinding finding, string? note, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        proposal.RecordFieldCheck(finding, ProposalForAct.Checked(note, nameof(Proposal.Reason)), actor, time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }
}
