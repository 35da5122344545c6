using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

public enum BulkStep
{
    Verify,
    Return,
    Approve,
}

/// <param name="Refused">Why nothing happened to it; null where the step was taken. <see cref="Number"/> is empty for one that the actor may not see.</param>
public sealed record BulkOutcome(Guid Id, string Number, string HeadName, string? Refused);

/// <summary>One step for many proposals, each in a transaction of its own: the good ones go through, the others are told with their reason.</summary>
public sealed class ReviewManyProposals(TkpkDbContext db, Actor actor, TimeProvider time)
{
    /// <summary>Refused as a whole: USL-04 (a return without reason), USL-41, USL-42, IDN-11. One by one: USL-01 to USL-03, USL-07, USL-43, USL-44.</summary>
    public async Task<IReadOnlyList<BulkOutcome>> RunAsync(BulkStep step, IReadOnlyCollection<Guid> ids, string? reason, CancellationToken ct)
    {
        var chosen = ids.Distinct().ToList();
        if (chosen.Count == 0) throw new RuleBrokenException(ReviewRules.NothingChosen);
        if (chosen.Count > ReviewRules.MostAtOnce) throw new RuleBrokenException(ReviewRules.TooManyAtOnce, null, Indonesian.Number(chosen.Count));
        var note = ProposalForAct.Checked(reason, nameof(Proposal.Reason));
        if (step == BulkStep.Return && note is null) throw new RuleBrokenException(ProposalRules.ReasonNeeded, nameof(Proposal.Reason));
        // Keeps the form's key, which a cleared tracker would lose: a double click must not be told that every row has moved on.
        await db.SaveChangesAsync(ct);
        List<BulkOutcome> outcomes = [];
        foreach (var id in chosen)
        {
            outcomes.Add(await OneAsync(step, id, note, ct));
            db.ChangeTracker.Clear();
        }

        return outcomes;
    }

    private async Task<BulkOutcome> OneAsync(BulkStep step, Guid id, string? note, CancellationToken ct)
    {
        Proposal? proposal = null;
        try
        {
            proposal = await db.ProposalForActAsync(id, null, ct);
            Act(step, proposal, note);
            await db.SaveProposalsAsync(ct);
            return Outcome(proposal, null);
        }
        catch (RuleBrokenException refused)
        {
            return Outcome(proposal!, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome(proposal!, ReviewRules.Overtaken.Sentence);
        }
        catch (RecordNotFoundException)
        {
            return new(id, "", "", ReviewRules.OutOfReach.Sentence);
        }
    }

    private void Act(BulkStep step, Proposal proposal, string? note)
    {
        switch (step)
        {
            case BulkStep.Verify:
                proposal.Verify(actor, note, time.GetUtcNow());
                break;
            case BulkStep.Return:
                proposal.Return(note, actor, time.GetUtcNow());
                break;
            case BulkStep.Approve:
                proposal.Approve(actor, note, time.GetUtcNow());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static BulkOutcome Outcome(Proposal p, string? refused) => new(p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.HeadName, refused);
}
