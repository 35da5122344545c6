using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>Where a submission counts.</summary>
/// <param name="AnswerBy">Of a request about own data, which belongs to no cycle.</param>
public sealed record Submission(string Number, DateOnly Cycle, bool IsLate, DateTimeOffset? AnswerBy);

/// <summary>Hands a draft in: its diff is computed, frozen and counted for a cycle.</summary>
public sealed class SubmitProposal(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, CycleCalendarQuery calendarQuery, DraftProblemsQuery problems)
{
    /// <summary>Refused: USL-01, USL-02, USL-06, USL-10, USL-11, USL-14, USL-15, DRF-02.</summary>
    public async Task<Submission> RunAsync(Guid id, uint version, CancellationToken ct)
    {
        var proposal = await db.Proposals.Include(p => p.Incoming).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        proposal.MustBeSubmittable(db.Actor);
        var content = proposal.Content(cipher);
        var now = await db.FamilyOfAsync(proposal, cipher, ct);
        var (lines, overtaken) = ProposalComparison.Of(proposal.Kind, content, proposal.VillageId, now);
        if (overtaken.Count > 0) throw new RuleBrokenException(ProposalRules.BaseOvertaken, null, string.Join(", ", overtaken.Select(DiffWords.FieldOf).Distinct()));
        if ((await problems.RunAsync(proposal, content, ct)).Problems is { Count: > 0 } open) throw new RuleBrokenException(ProposalRules.Incomplete, null, open.Count);
        var cycle = (await calendarQuery.RunAsync(ct)).SubmissionOn(clock.Today);
        db.ExpectVersion(proposal, version);
        proposal.Submit(lines, ProposalFlow.IsOwnData(proposal.Kind) ? (cycle.Month, false) : cycle, db.Actor, cipher, clock.Now);
        if (proposal.Kind == ProposalKind.Move) proposal.Announce(content.ToVillageId!.Value);
        await db.SaveProposalsAsync(ct);
        return new(ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.CycleMonth, proposal.IsLate, proposal.OwnDataDueAt);
    }
}
