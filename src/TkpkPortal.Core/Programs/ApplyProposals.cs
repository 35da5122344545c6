using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Core.Programs;

/// <summary>Applies many proposals, each in a transaction of its own: one that is refused stands in nobody's way.</summary>
public sealed class ApplyProposals(TkpkDbContext db, ApplyProposal apply, HouseholdAreasQuery areasQuery)
{
    /// <summary>Refused as a whole: KRM-01, KRM-02, KRM-04.</summary>
    public async Task<IReadOnlyList<StepOutcome>> RunAsync(CentreChoice choice, CancellationToken ct)
    {
        var ids = await WaitingStep.Apply.ChosenAsync(db, choice, await areasQuery.RunAsync(ct), ct);
        var heads = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.CreatedAt, p.HeadName }).ToDictionaryAsync(p => p.Id, ct);
        var outcomes = new List<StepOutcome>(ids.Count);
        foreach (var id in ids)
        {
            string? refusal = null;
            try
            {
                await apply.RunAsync(id, ct);
            }
            catch (RuleBrokenException refused)
            {
                refusal = refused.Message;
            }

            // What a refused one has half done in memory must not be saved with the next.
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not PostedForm).ToList()) entry.State = EntityState.Detached;
            var head = heads[id];
            outcomes.Add(new(id, ProposalNames.Number(head.CreatedAt.Year, head.Number), head.HeadName, refusal));
        }

        return outcomes;
    }
}
