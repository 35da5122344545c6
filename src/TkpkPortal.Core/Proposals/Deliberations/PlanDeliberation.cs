using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>A musyawarah of one desa, or the SPTJM that stands for it.</summary>
public sealed class PlanDeliberation(TkpkDbContext db, HouseholdAreasQuery areasQuery, CycleCalendarQuery calendarQuery, TimeProvider time)
{
    /// <summary>Refused: MSD-10, IDN-11. A desa outside what the actor may see does not exist.</summary>
    public async Task<Guid> RunAsync(string villageCode, DeliberationForm form, DeliberationDetails details, CancellationToken ct)
    {
        var village = (await areasQuery.RunAsync(ct)).Villages.SingleOrDefault(v => v.Code == villageCode) ?? throw new RecordNotFoundException();
        if (form == DeliberationForm.Statement && !(await calendarQuery.RunAsync(ct)).AllowStatement) throw new RuleBrokenException(DeliberationRules.StatementNotAllowed, nameof(VillageDeliberation.Form));
        DeliberationDesk.Check(details);
        var deliberation = db.VillageDeliberations.Add(new(village.Id, form, details, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        return deliberation.Id;
    }
}
