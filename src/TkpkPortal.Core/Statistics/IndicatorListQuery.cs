using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>An indicator with how many figures it has and over which years.</summary>
public sealed record IndicatorRow(Guid Id, string Code, string Name, string Unit, Polarity Polarity, string Source, string Field, bool IsActive, int Values, int? FirstYear, int? LastYear);

public sealed class IndicatorListQuery(TkpkDbContext db)
{
    public Task<PagedList<IndicatorRow>> RunAsync(string? search, bool withInactive, int page, CancellationToken ct) =>
        Rows(search, withInactive).ToPagedListAsync(page, ct);

    public Task<List<IndicatorRow>> AllAsync(string? search, bool withInactive, CancellationToken ct) => Rows(search, withInactive).ToListAsync(ct);

    private IQueryable<IndicatorRow> Rows(string? search, bool withInactive)
    {
        var indicators = db.Indicators.AsNoTracking();
        if (!withInactive) indicators = indicators.Where(i => i.IsActive);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{search.Trim()}%";
            indicators = indicators.Where(i => EF.Functions.ILike(i.Name, pattern) || EF.Functions.ILike(i.Code, pattern) || EF.Functions.ILike(i.Field, pattern));
        }

        return indicators.OrderBy(i => i.Field).ThenBy(i => i.Name).Select(i => new IndicatorRow(
            i.Id, i.Code, i.Name, i.Unit, i.Polarity, i.Source, i.Field, i.IsActive,
            db.IndicatorValues.Count(v => v.IndicatorId == i.Id),
            db.IndicatorValues.Where(v => v.IndicatorId == i.Id).Min(v => (int?)v.Year),
            db.IndicatorValues.Where(v => v.IndicatorId == i.Id).Max(v => (int?)v.Year)));
    }
}
