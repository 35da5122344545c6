using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Core.Proposals.Centre;

/// <param name="DispatchId">Null where nothing could be sent.</param>
public sealed record SentProposals(Guid? DispatchId, IReadOnlyList<StepOutcome> Outcomes)
{
    public int Sent => Outcomes.Count(o => o.Refusal is null);

    public IEnumerable<StepOutcome> Refused => Outcomes.Where(o => o.Refusal is not null);
}

/// <summary>Approved proposals go to SIKS-NG as one dispatch, whose workbook an operator types there.</summary>
public sealed class SendProposals(TkpkDbContext db, HouseholdAreasQuery areasQuery, KabupatenClock clock)
{
    /// <summary>What cannot be sent stays as it is and is told row by row. Refused as a whole: IDN-11, KRM-01, KRM-02, KRM-04.</summary>
    public async Task<SentProposals> RunAsync(CentreChoice choice, string? note, CancellationToken ct)
    {
        FreeText.MustHoldNoNumber(note, "Note");
        var ids = await WaitingStep.Send.ChosenAsync(db, choice, await areasQuery.RunAsync(ct), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var proposals = await db.LockedProposalsAsync(ids, ct);
        var sendable = proposals.FindAll(p => WhyNot(p) is null);
        List<StepOutcome> outcomes = [.. proposals.Select(p => StepOutcome.Of(p, WhyNot(p)))];
        if (sendable.Count == 0) return new(null, outcomes);
        var today = clock.Today;
        var dispatch = new ProposalDispatch(new(today.Year, today.Month, 1), sendable.Count, Blank.ToNull(note), db.Actor, clock.Now);
        db.ProposalDispatches.Add(dispatch);
        foreach (var proposal in sendable) proposal.Send(dispatch.Id, db.Actor, clock.Now);
        await db.SaveProposalsAsync(ct);
        await transaction.CommitAsync(ct);
        return new(dispatch.Id, outcomes);
    }

    private static string? WhyNot(Proposal proposal)
    {
        if (ProposalFlow.IsOwnData(proposal.Kind)) return CentreRules.OwnDataStaysHere.Sentence;
        return ProposalFlow.Find(proposal.Kind, proposal.Stage, ProposalAct.Send) is not null
            ? null
            : new RuleBrokenException(ProposalRules.WrongStage, null, ProposalNames.Of(proposal.Stage).ToLowerInvariant(), ProposalNames.Passive(ProposalAct.Send)).Message;
    }
}

internal static class LockedProposals
{
    /// <summary>In one order, so that two bulk steps cannot wait for each other; the second one then finds what the first has done.</summary>
    public static async Task<List<Proposal>> LockedProposalsAsync(this TkpkDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        Guid[] all = [.. ids];
        await db.Database.ExecuteSqlAsync($"select 1 from proposals where id = any({all}) order by id for update", ct);
        return await db.Proposals.Include(p => p.Incoming).Where(p => all.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
    }
}
