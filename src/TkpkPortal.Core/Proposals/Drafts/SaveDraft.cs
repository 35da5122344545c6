using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <param name="Problems">What the saved page still lacks; it is saved all the same.</param>
public sealed record SavedDraft(DateTimeOffset At, IReadOnlyList<DraftProblem> Problems, IReadOnlyList<DraftStep> Steps, Guid? Member);

/// <summary>Keeps one page of the form as it was typed, complete or not.</summary>
public sealed class SaveDraft(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, DraftProblemsQuery problems)
{
    /// <summary>Refused: USL-05.</summary>
    public async Task<SavedDraft> RunAsync(Guid id, DraftPart part, uint version, CancellationToken ct)
    {
        var proposal = await db.Proposals.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (!proposal.IsDraft) throw new RuleBrokenException(ProposalRules.Frozen);
        var content = part.MergeInto(proposal.Content(cipher));
        db.ExpectVersion(proposal, version);
        proposal.Write(content, part.Step, cipher, clock.Now);
        await db.SaveProposalsAsync(ct);
        var review = await problems.RunAsync(proposal, content, ct);
        return new(clock.Now, [.. review.At(part.Step).Where(p => p.MemberKey == part.Member)], DraftSteps.Of(proposal.Kind, content), part.Member);
    }
}
