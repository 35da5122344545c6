using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Reporting;

/// <summary>A proposal about a family that has not ended.</summary>
public sealed record OpenProposal(Guid Id, string Number, ProposalKind Kind, ProposalStage Stage);

/// <summary>What proposals did with one family, as far as the reader may see them: a desa its own, a pendamping those given to him.</summary>
public sealed class HouseholdProposalsQuery(TkpkDbContext db)
{
    /// <summary>Far more than any family has met.</summary>
    private const int Most = 300;

    public async Task<IReadOnlyList<OpenProposal>> OpenAsync(Guid householdId, CancellationToken ct)
    {
        var open = await db.Proposals.AsNoTracking().Where(p => p.HouseholdId == householdId).Where(
                p => p.Stage != ProposalStage.Applied && p.Stage != ProposalStage.Completed && p.Stage != ProposalStage.Rejected && p.Stage != ProposalStage.Cancelled)
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.CreatedAt, p.Number, p.Kind, p.Stage }).ToListAsync(ct);
        return open.ConvertAll(p => new OpenProposal(p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.Kind, p.Stage));
    }

    /// <summary>Every step, with who took it, as which office, and the note; a number that slipped into a note is masked.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> RunAsync(Guid householdId, DateTimeOffset before, CancellationToken ct)
    {
        var steps = await db.ProposalSteps.AsNoTracking().Where(s => s.Proposal.HouseholdId == householdId && s.At < before).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(Most)
            .Select(s => new { s.At, s.Act, s.To, s.ActorName, s.Office, s.Note, s.Proposal.Kind, s.Proposal.CreatedAt, s.Proposal.Number }).ToListAsync(ct);
        return
        [
            .. steps.Select(s => new TimelineEntry(
                s.At, $"{ProposalNames.Of(s.Kind)} nomor {ProposalNames.Number(s.CreatedAt.Year, s.Number)}: {ProposalNames.Of(s.Act)}{(s.Note is { } note ? $". Catatan: {CellMask.Of(note)}" : "")}",
                [], s.ActorName == s.Office ? s.ActorName : $"{s.ActorName}, {s.Office}")),
        ];
    }
}
