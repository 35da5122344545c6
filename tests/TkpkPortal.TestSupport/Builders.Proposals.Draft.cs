using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>What a proposal holds, opened.</summary>
    public async Task<(Proposal Proposal, ProposalContent Content)> OpenProposalAsync(Guid id)
    {
        await using var db = portal.Open();
        var proposal = await db.Proposals.AsNoTracking().Include(p => p.Steps).Include(p => p.Diffs).Include(p => p.Incoming).SingleAsync(p => p.Id == id);
        return (proposal, proposal.Content(portal.Cipher));
    }

    /// <summary>The frozen lines of the last submission.</summary>
    public async Task<IReadOnlyList<DiffLine>> LinesOfAsync(Guid id)
    {
        var diff = (await OpenProposalAsync(id)).Proposal.Diffs.MaxBy(d => d.Round)!;
        return DiffLine.FromBytes(portal.Cipher.OpenBytes(diff.SealedLines, diff.Id));
    }

    public Task<Guid> StartAsync(Actor actor, ProposalKind kind, Guid? villageId = null, Guid? householdId = null) =>
        RunAsync<StartProposal, Guid>(actor, useCase => useCase.RunAsync(new(kind, ProposalRegistration.Active, villageId, householdId), CancellationToken.None));

    public async Task<SavedDraft> SaveDraftAsync(Actor actor, Guid id, DraftPart part)
    {
        var version = (await OpenProposalAsync(id)).Proposal.Version;
        return await RunAsync<SaveDraft, SavedDraft>(actor, useCase => useCase.RunAsync(id, part, version, CancellationToken.None));
    }

    public async Task<Submission> SubmitAsync(Actor actor, Guid id)
    {
        var version = (await OpenProposalAsync(id)).Proposal.Version;
        return await RunAsync<SubmitProposal, Submission>(actor, useCase => useCase.RunAsync(id, version, CancellationToken.None));
    }

    /// <summary>An operator of desa who exists in no table.</summary>
    public static Actor OperatorOf(params Guid[] villages) => ActorOf(Role.VillageOperator) with { Reach = Reach.Villages, VillageIds = villages };
}
