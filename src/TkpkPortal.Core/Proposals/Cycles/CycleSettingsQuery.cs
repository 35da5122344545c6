using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Cycles;

public sealed record CycleMonthView(DateOnly Month, CycleDeadlines Deadlines, bool IsOwn, string? Note, uint Version);

public sealed record CycleSettings(CycleDays Days, uint Version, IReadOnlyList<CycleMonthView> Months);

/// <summary>The rule of every month, and the months ahead as they stand.</summary>
public sealed class CycleSettingsQuery(TkpkDbContext db, KabupatenClock clock)
{
    private const int Ahead = 12;

    public async Task<CycleSettings> RunAsync(CancellationToken ct)
    {
        var defaults = await DefaultsAsync(ct);
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        var own = await db.UpdateCycles.AsNoTracking().Where(c => c.Month >= first).ToDictionaryAsync(c => c.Month, ct);
        return new(
            new(defaults.SubmitDay, defaults.DeliberateDay, defaults.DistrictDay, defaults.SocialDay, defaults.SendDay, defaults.AllowStatement, defaults.LeastAttendees), defaults.Version,
            [.. Enumerable.Range(0, Ahead).Select(i => first.AddMonths(i)).Union(own.Keys).Order().Select(m => View(m, own.GetValueOrDefault(m), defaults))]);
    }

    public async Task<CycleMonthView> MonthAsync(DateOnly month, CancellationToken ct) =>
        View(month, await db.UpdateCycles.AsNoTracking().SingleOrDefaultAsync(c => c.Month == month, ct), await DefaultsAsync(ct));

    private async Task<CycleDefaults> DefaultsAsync(CancellationToken ct) => await db.CycleDefaults.AsNoTracking().SingleOrDefaultAsync(ct) ?? new CycleDefaults();

    private static CycleMonthView View(DateOnly month, UpdateCycle? own, CycleDefaults defaults) => new(month, own?.Deadlines ?? defaults.Of(month), own is not null, own?.Note, own?.Version ?? 0);
}
