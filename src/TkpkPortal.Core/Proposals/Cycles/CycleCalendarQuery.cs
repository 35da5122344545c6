using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>The deadlines of every month; kept in memory until somebody writes.</summary>
public sealed class CycleCalendarQuery(TkpkDbContext db, KeptViews kept)
{
    public Task<CycleCalendar> RunAsync(CancellationToken ct) => kept.GetAsync(nameof(CycleCalendarQuery), async () =>
    {
        var defaults = await db.CycleDefaults.AsNoTracking().SingleOrDefaultAsync(ct) ?? new CycleDefaults();
        return new CycleCalendar(defaults, await db.UpdateCycles.AsNoTracking().ToListAsync(ct));
    });
}
