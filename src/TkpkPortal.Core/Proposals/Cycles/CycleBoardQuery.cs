using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>The cycle board: counts and days by stage and area from the kept counts alone; no proposal is read but the oldest of each stage.</summary>
public sealed class CycleBoardQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, CycleCalendarQuery calendarQuery, KeptViews kept, KabupatenClock clock)
{
    /// <param name="month">Null for every cycle.</param>
    public async Task<CycleBoardView> RunAsync(DateOnly? month, string? districtCode, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var district = districtCode is null ? null : areas.Districts.SingleOrDefault(d => d.Code == districtCode) ?? throw new RecordNotFoundException();
        // The key names whose totals these are: the reach with its desa.
        return await kept.GetAsync((nameof(CycleBoardQuery), db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), month, districtCode, clock.Today), () => ReadAsync(month, areas, district, ct));
    }

    /// <summary>Every desa, for the workbook.</summary>
    public async Task<(HouseholdAreas Areas, IReadOnlyList<BoardRow> Rows)> AllAsync(DateOnly? month, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var tallies = (await TalliesAsync(month, areas.Villages, ct)).ToLookup(t => t.VillageId);
        return (areas, [.. areas.Villages.Select(v => Row(v, [.. tallies[v.Id]]))]);
    }

    private async Task<CycleBoardView> ReadAsync(DateOnly? month, HouseholdAreas areas, Place? district, CancellationToken ct)
    {
        var villages = areas.Villages.Where(v => district is null || v.ParentId == district.Id).ToList();
        var tallies = await TalliesAsync(month, villages, ct);
        var byVillage = tallies.ToLookup(t => t.VillageId);
        IEnumerable<BoardRow> rows = district is null
            ? areas.Districts.Select(d => Row(d, [.. villages.Where(v => v.ParentId == d.Id).SelectMany(v => byVillage[v.Id])]))
            : villages.Select(v => Row(v, [.. byVillage[v.Id]]));
        var calendar = await calendarQuery.RunAsync(ct);
        var sum = await WithOldestAsync(Row(district, tallies), month, district is null ? null : villages.ConvertAll(v => v.Id), ct);
        return new(month, await MonthsAsync(calendar, ct), month is { } m ? CycleCountdown.Of(calendar.Of(m), clock.Today) : [], district, sum, [.. rows]);
    }

    private async Task<List<TallyRow>> TalliesAsync(DateOnly? month, IReadOnlyList<Place> villages, CancellationToken ct)
    {
        var ids = villages.Select(v => v.Id).ToList();
        var tallies = db.ProposalTallies.AsNoTracking().Where(t => t.Count > 0 && ids.Contains(t.VillageId));
        if (month is { } one) tallies = tallies.Where(t => t.CycleMonth == one);
        return await tallies.GroupBy(t => new { t.VillageId, t.Kind, t.Stage, t.Reached })
            .Select(g => new TallyRow(g.Key.VillageId, g.Key.Kind, g.Key.Stage, g.Key.Reached, g.Sum(t => t.Count), g.Sum(t => t.SinceDays))).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<DateOnly>> MonthsAsync(CycleCalendar calendar, CancellationToken ct)
    {
        var held = await db.ProposalTallies.Where(t => t.Count > 0).Select(t => t.CycleMonth).Distinct().ToListAsync(ct);
        var today = clock.Today;
        return [.. held.Append(new(today.Year, today.Month, 1)).Append(calendar.OpenOn(today).Month).Distinct().OrderDescending()];
    }

    private BoardRow Row(Place? area, IReadOnlyCollection<TallyRow> tallies)
    {
        // Kept day numbers are UTC days.
        var today = DateOnly.FromDateTime(clock.Now.UtcDateTime).DayNumber;
        return new(
            area,
            [.. tallies.GroupBy(t => t.Stage).OrderBy(g => g.Key).Select(g => (Stage: g.Key, Count: g.Sum(t => t.Count), Since: g.Sum(t => t.SinceDays)))
                .Where(g => g.Count > 0).Select(g => new StageCount(g.Stage, g.Count, (int)Math.Round(((decimal)today * g.Count - g.Since) / g.Count, MidpointRounding.AwayFromZero)))],
            WayTotals.Of(tallies));
    }

    /// <summary>One row of an index for each stage that goes on.</summary>
    private async Task<BoardRow> WithOldestAsync(BoardRow sum, DateOnly? month, List<Guid>? villages, CancellationToken ct)
    {
        if (db.Actor.Reach is not (Reach.Everything or Reach.Villages)) return sum;
        List<StageCount> stages = [];
        foreach (var stage in sum.Stages) stages.Add(ProposalFlow.IsFinal(stage.Stage) ? stage : stage with { Oldest = await OldestAsync(stage.Stage, month, villages, ct) });
        return sum with { Stages = stages };
    }

    private Task<DateTimeOffset?> OldestAsync(ProposalStage stage, DateOnly? month, List<Guid>? villages, CancellationToken ct)
    {
        var there = db.Proposals.AsNoTracking().Where(p => p.Stage == stage);
        if (month is { } one) there = there.Where(p => p.CycleMonth == one);
        if (villages is not null) there = there.Where(p => villages.Contains(p.VillageId));
        return there.OrderBy(p => p.StageSince).Select(p => (DateTimeOffset?)p.StageSince).FirstOrDefaultAsync(ct);
    }
}
