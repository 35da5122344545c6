using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Deliberations;

public sealed record PlanVillage(string Code, string Name, string District, int Waiting);

/// <param name="Last">Place and people of the desa's last musyawarah, to begin with; only where one desa may be chosen.</param>
public sealed record DeliberationPlan(IReadOnlyList<PlanVillage> Villages, bool AllowsStatement, CycleDeadlines Deadlines, DeliberationDetails? Last);

/// <summary>What the form for a new musyawarah starts from.</summary>
public sealed class DeliberationPlanQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, CycleCalendarQuery calendarQuery, KabupatenClock clock)
{
    public async Task<DeliberationPlan> RunAsync(CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var calendar = await calendarQuery.RunAsync(ct);
        var waiting = (await db.ProposalTallies.AsNoTracking().Where(t => t.Stage == ProposalStage.Submitted && t.Count > 0).Select(t => new { t.VillageId, t.Kind, t.Count }).ToListAsync(ct))
            .Where(t => !ProposalFlow.IsOwnData(t.Kind)).GroupBy(t => t.VillageId).ToDictionary(g => g.Key, g => g.Sum(t => t.Count));
        var villages = areas.Villages.Where(v => v.IsInForce || waiting.ContainsKey(v.Id)).ToList();
        var last = villages.Count == 1 ? await LastAsync(villages[0].Id, ct) : null;
        return new([.. villages.Select(v => new PlanVillage(v.Code, v.Name, areas.DistrictOf(v.Id)?.Name ?? "", waiting.GetValueOrDefault(v.Id)))], calendar.AllowStatement, calendar.Of(clock.Today), last);
    }

    private Task<DeliberationDetails?> LastAsync(Guid villageId, CancellationToken ct) => db.VillageDeliberations.AsNoTracking()
        .Where(d => d.VillageId == villageId && d.Form == DeliberationForm.Assembly).OrderByDescending(d => d.HeldOn).ThenByDescending(d => d.Id)
        .Select(d => new DeliberationDetails(d.HeldOn, d.StartsAt, d.Place, d.ChairName, d.ChairTitle, d.NoteTaker, null, null)).FirstOrDefaultAsync(ct);
}
