using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Review;

/// <param name="Families">Families of the desa this pendamping looks after.</param>
/// <param name="Visits">Visits still to be made, anywhere.</param>
public sealed record VisitorLoad(Guid UserId, int Families, int Visits);

/// <summary>Who knows the desa of a proposal, and who has much to do already; the names of pendamping come from Access.</summary>
public sealed class VisitorLoadQuery(TkpkDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, VisitorLoad>> RunAsync(Guid villageId, CancellationToken ct)
    {
        var families = await db.HouseholdAssignments.Where(a => a.Household.VillageId == villageId && a.Household.LeftOn == null)
            .GroupBy(a => a.UserId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var visits = await db.Proposals.Where(p => p.Stage == ProposalStage.FieldCheckAsked && p.FacilitatorId != null)
            .GroupBy(p => p.FacilitatorId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return families.Keys.Union(visits.Keys).ToDictionary(id => id, id => new VisitorLoad(id, families.GetValueOrDefault(id), visits.GetValueOrDefault(id)));
    }
}
