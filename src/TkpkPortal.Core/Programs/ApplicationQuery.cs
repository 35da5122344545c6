using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Programs;

/// <summary>One field that an application would write, in words; numbers masked.</summary>
public sealed record ApplicationLine(string Field, string Old, string New);

/// <param name="Conflicts">What somebody changed since the proposal was handed in; while there is any, nothing can be applied.</param>
public sealed record Application(
    Guid Id, string Number, ProposalKind Kind, ProposalStage Stage, string HeadName, string Village, Guid? HouseholdId, int? Decile, IReadOnlyList<ApplicationLine> ToDo, IReadOnlyList<ApplicationLine> Conflicts);

/// <summary>What applying a proposal would do to the record as it is now. Who looks is written down.</summary>
public sealed class ApplicationQuery(TkpkDbContext db, FieldCipher cipher, AuditTrail trail)
{
    public async Task<Application> RunAsync(Guid id, CancellationToken ct)
    {
        var proposal = await db.Proposals.AsNoTracking().Include(p => p.Diffs).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        var household = proposal.HouseholdId is { } family ? await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == family, ct) : null;
        var ready = ProposalFlow.Find(proposal.Kind, proposal.Stage, ProposalAct.Apply) is not null;
        var compared = ready ? await RecordComparison.OfAsync(db, proposal, household, cipher, ct) : new([], []);
        trail.Add(db, new(AuditAction.Read, nameof(Proposal), proposal.Id, ((IAudited)proposal).AuditName), villageId: proposal.VillageId);
        await db.SaveChangesAsync(ct);
        var places = compared.ToDo.Concat(compared.Conflicts).Where(l => l.Field == nameof(Household.VillageId)).Select(l => Guid.TryParse(l.New, out var v) ? v : Guid.Empty).Append(proposal.VillageId).ToList();
        var names = await db.Areas.AsNoTracking().Where(a => places.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return new(
            proposal.Id, ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.Kind, proposal.Stage, proposal.HeadName, names.GetValueOrDefault(proposal.VillageId, ""), proposal.HouseholdId,
            proposal.AnsweredDecile, Told(compared.ToDo), Told(compared.Conflicts));

        IReadOnlyList<ApplicationLine> Told(IReadOnlyList<DiffLine> lines) =>
            [.. lines.Where(l => l.Field == DiffLine.Added || (l.Old, l.New) is not (null, null)).Select(l => new ApplicationLine(DiffWords.FieldOf(l), Value(l, l.Old), Value(l, l.New)))];

        string Value(DiffLine line, string? value) => DiffWords.Value(line, value, v => names.GetValueOrDefault(v, "desa lain")) ?? "";
    }
}
