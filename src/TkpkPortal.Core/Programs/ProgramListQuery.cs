using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed record ProgramFilter(string? Search, Strategy? Strategy, Guid? AgencyId, bool WithClosed, int Year);

/// <summary>Money in rupiah for the filter's year; realization is the latest reported quarter of each line.</summary>
public sealed record ProgramRow(
    Guid Id, string Code, string Name, string Agency, Strategy Strategy, FundingSource FundingSource, RecipientUnit RecipientUnit,
    int DecileFrom, int DecileTo, bool IsActive, decimal Ceiling, decimal Realized)
{
    public decimal? Percent => Ceiling > 0 ? Realized / Ceiling * 100 : null;
}

public sealed class ProgramListQuery(TkpkDbContext db, KeptViews kept)
{
    /// <summary>The key names whose programs these are: all, or one OPD's.</summary>
    public Task<PagedList<ProgramRow>> RunAsync(ProgramFilter filter, int page, CancellationToken ct) =>
        kept.GetAsync((nameof(ProgramListQuery), db.Actor.Reach, db.Actor.AgencyId, filter, page), () => Rows(filter).ToPagedListAsync(page, ct));

    public Task<List<ProgramRow>> AllAsync(ProgramFilter filter, CancellationToken ct) => Rows(filter).ToListAsync(ct);

    private IQueryable<ProgramRow> Rows(ProgramFilter filter)
    {
        var programs = db.Programs.AsNoTracking();
        if (!filter.WithClosed) programs = programs.Where(p => p.IsActive);
        if (filter.Strategy is { } strategy) programs = programs.Where(p => p.Strategy == strategy);
        if (filter.AgencyId is { } agency) programs = programs.Where(p => p.AgencyId == agency);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = $"%{filter.Search.Trim()}%";
            programs = programs.Where(p => EF.Functions.ILike(p.Name, pattern) || EF.Functions.ILike(p.Code, pattern));
        }

        var year = filter.Year;
        return programs.OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new ProgramRow(
            p.Id, p.Code, p.Name, db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.ShortName).First(), p.Strategy, p.FundingSource, p.RecipientUnit,
            p.DecileFrom, p.DecileTo, p.IsActive,
            p.BudgetLines.Where(l => l.Year == year).Sum(l => l.RevisedCeiling ?? l.Ceiling),
            p.BudgetLines.Where(l => l.Year == year).Sum(l => l.Realizations.Max(r => (decimal?)r.Amount) ?? 0)));
    }
}
