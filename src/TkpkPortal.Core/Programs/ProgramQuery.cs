using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed record ProgramView(
    Guid Id, string Code, string Name, Guid AgencyId, string Agency, Strategy Strategy, Cluster? Cluster, FundingSource FundingSource, RecipientUnit RecipientUnit,
    int DecileFrom, int DecileTo, string? LegalBasis, string? Benefit, bool IsActive, uint Version, int Recipients, IReadOnlyList<BudgetLineView> Lines);

public sealed record BudgetLineView(
    Guid Id, Guid ProgramId, int Year, string SubActivityCode, string SubActivityName, decimal Ceiling, decimal? RevisedCeiling,
    string OutputName, decimal OutputTarget, string OutputUnit, uint Version, IReadOnlyList<RealizationView> Realizations)
{
    public decimal CurrentCeiling => RevisedCeiling ?? Ceiling;
}

public sealed record RealizationView(int Quarter, decimal Amount, decimal PhysicalPercent, int Recipients, string? Constraint, DateTimeOffset ReportedAt, string ReportedBy, uint Version);

public sealed class ProgramQuery(TkpkDbContext db)
{
    /// <summary>Families counted as recipients are those this actor may see; lines newest year first.</summary>
    public async Task<ProgramView> RunAsync(Guid id, CancellationToken ct) =>
        await db.Programs.AsNoTracking().AsSplitQuery().Where(p => p.Id == id).Select(p => new ProgramView(
            p.Id, p.Code, p.Name, p.AgencyId, db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.Name).First(), p.Strategy, p.Cluster, p.FundingSource, p.RecipientUnit,
            p.DecileFrom, p.DecileTo, p.LegalBasis, p.Benefit, p.IsActive, p.Version, db.Enrollments.Count(e => e.ProgramId == p.Id && e.EndedOn == null),
            p.BudgetLines.OrderByDescending(l => l.Year).ThenBy(l => l.SubActivityCode).Select(l => new BudgetLineView(
                l.Id, l.ProgramId, l.Year, l.SubActivityCode, l.SubActivityName, l.Ceiling, l.RevisedCeiling, l.OutputName, l.OutputTarget, l.OutputUnit, l.Version,
                l.Realizations.OrderBy(r => r.Quarter).Select(r => new RealizationView(
                    r.Quarter, r.Amount, r.PhysicalPercent, r.Recipients, r.Constraint, r.ReportedAt, r.ReportedBy, r.Version)).ToList())).ToList()))
            .SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
}
