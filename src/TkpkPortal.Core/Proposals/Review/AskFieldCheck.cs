using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Sends a pendamping to the family before anybody approves.</summary>
public sealed class AskFieldCheck(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused: USL-01, USL-02, USL-08, USL-45, IDN-11.</summary>
    public async Task RunAsync(Guid id, Guid? facilitatorId, string? note, uint version, CancellationToken ct)
    {
        var proposal = await db.ProposalForActAsync(id, version, ct);
        if (facilitatorId is { } visitor && !await IsFacilitatorAsync(visitor, ct)) throw new RuleBrokenException(ReviewRules.NotAVisitor, nameof(Proposal.FacilitatorId));
        proposal.AskFieldCheck(facilitatorId, actor, ProposalForAct.Checked(note), time.GetUtcNow());
        await db.SaveProposalsAsync(ct);
    }

    // Proposals know no users (the table of modules), only their ids.
    private Task<bool> IsFacilitatorAsync(Guid userId, CancellationToken ct) => db.Database
        .SqlQuery<bool>($"select exists (select 1 from users where id = {userId} and role = {nameof(Role.Facilitator)} and is_active) as \"Value\"")
        .SingleAsync(ct);
}
