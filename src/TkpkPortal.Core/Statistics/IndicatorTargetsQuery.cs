using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>A target beside what was reached that year; <see cref="Reached"/> is null until published.</summary>
public sealed record TargetRow(Guid Id, IndicatorLabel Indicator, string AreaCode, string AreaName, int Year, decimal Value, string Document, decimal? Reached);

public sealed class IndicatorTargetsQuery(TkpkDbContext db)
{
    public Task<PagedList<TargetRow>> RunAsync(string? indicator, string? area, int page, CancellationToken ct) => Rows(db.IndicatorTargets, indicator, area).ToPagedListAsync(page, ct);

    public Task<List<TargetRow>> AllAsync(string? indicator, string? area, CancellationToken ct) => Rows(db.IndicatorTargets, indicator, area).ToListAsync(ct);

    public async Task<TargetRow> OneAsync(Guid id, CancellationToken ct) =>
        await Rows(db.IndicatorTargets.Where(t => t.Id == id), null, null).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();

    private IQueryable<TargetRow> Rows(IQueryable<IndicatorTarget> targets, string? indicator, string? area) =>
        from target in targets.AsNoTracking()
        join i in db.Indicators on target.IndicatorId equals i.Id
        join a in db.Areas on target.AreaId equals a.Id
        where (string.IsNullOrEmpty(indicator) || i.Code == indicator) && (string.IsNullOrEmpty(area) || a.Code == area)
        orderby i.Name, a.Code, target.Year
        select new TargetRow(
            target.Id,
            new IndicatorLabel(i.Id, i.Code, i.Name, i.Unit, i.Polarity, i.Decimals, i.Source),
            a.Code,
            a.Name,
            target.Year,
            target.Value,
            target.Document,
            db.IndicatorValues.Where(v => v.IndicatorId == i.Id && v.AreaId == a.Id && v.Year == target.Year && v.Breakdown == Breakdown.None)
                .OrderBy(v => v.Month == 3 ? 0 : v.Month == null ? 1 : 2).Select(v => (decimal?)v.Value).FirstOrDefault());
}
