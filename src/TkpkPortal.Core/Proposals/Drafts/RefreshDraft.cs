using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>Takes the family's newest record as the ground of a draft; what the proposer typed stays.</summary>
public sealed class RefreshDraft(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: USL-05, USL-11, DRF-01, DRF-02.</summary>
    public async Task RunAsync(Guid id, uint version, CancellationToken ct)
    {
        var proposal = await db.Proposals.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (!proposal.IsDraft) throw new RuleBrokenException(ProposalRules.Frozen);
        var now = await db.FamilyOfAsync(proposal, cipher, ct) ?? throw new RuleBrokenException(DraftRules.FamilyNeeded);
        db.ExpectVersion(proposal, version);
        proposal.Write(DraftRefresh.Onto(proposal.Content(cipher), now), null, cipher, clock.Now);
        await db.SaveProposalsAsync(ct);
    }
}

internal static class ProposedFamily
{
    /// <summary>The record of the family a proposal is about; null for a new family. Refused: USL-11, DRF-02.</summary>
    public static async Task<FamilyDraft?> FamilyOfAsync(this TkpkDbContext db, Proposal proposal, FieldCipher cipher, CancellationToken ct)
    {
        if (proposal.Kind == ProposalKind.NewFamily || proposal.HouseholdId is not { } id) return null;
        var (household, now) = await db.FamilyNowAsync(id, cipher, ct) ?? throw new RuleBrokenException(DraftRules.FamilyGone);
        if (household.LeftOn is not null) throw new RuleBrokenException(ProposalRules.FamilyHasLeft);
        return household.VillageId == proposal.VillageId ? now : throw new RuleBrokenException(DraftRules.FamilyGone);
    }
}
