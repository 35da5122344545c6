using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

public sealed record AgendaChoice(Guid ProposalId, string Number, string HeadName, string Hamlet, ProposalKind Kind, DateOnly CycleMonth, bool IsLate, DateTimeOffset Since, string? Subject);

/// <param name="More">Whether more wait than one agenda can hold.</param>
public sealed record AgendaChoices(IReadOnlyList<AgendaChoice> Waiting, bool More, int OnOtherAgendas);

/// <summary>Proposals of a desa that could be put on this agenda, those that have waited longest first.</summary>
public sealed class DeliberationAgendaQuery(TkpkDbContext db, DeliberationSubjects subjects)
{
    private static readonly ProposalKind[] OwnData = [.. Enum.GetValues<ProposalKind>().Where(ProposalFlow.IsOwnData)];

    public async Task<AgendaChoices> RunAsync(Guid deliberationId, CancellationToken ct)
    {
        var village = await db.VillageDeliberations.Where(d => d.Id == deliberationId).Select(d => (Guid?)d.VillageId).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        var waiting = db.Proposals.AsNoTracking().Where(p => p.VillageId == village && p.Stage == ProposalStage.Submitted && !OwnData.Contains(p.Kind));
        var open = db.DeliberationItems.Where(i => i.Deliberation.VillageId == village && i.Deliberation.ClosedAt == null);
        var rows = await waiting.Where(p => !open.Any(i => i.ProposalId == p.Id)).OrderBy(p => p.StageSince).ThenBy(p => p.Id).Take(VillageDeliberation.MostItems + 1)
            .Select(p => new { p.Id, p.CreatedAt, p.Number, p.HeadName, p.Hamlet, p.Kind, p.CycleMonth, p.IsLate, p.StageSince }).ToListAsync(ct);
        var elsewhere = await open.CountAsync(i => i.DeliberationId != deliberationId, ct);
        var shown = rows.Take(VillageDeliberation.MostItems).ToList();
        var known = await subjects.RunAsync(shown.ConvertAll(p => p.Id), ct);
        return new(
            shown.ConvertAll(p => new AgendaChoice(
                p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.HeadName, p.Hamlet, p.Kind, p.CycleMonth, p.IsLate, p.StageSince, known.GetValueOrDefault(p.Id))),
            rows.Count > VillageDeliberation.MostItems, elsewhere);
    }
}
