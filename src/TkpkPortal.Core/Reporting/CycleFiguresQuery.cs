using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Reporting;

/// <summary>How far the proposals of one update cycle have come, by kecamatan: from the kept counts. Requests about own data are no part of the MPM and do not count.</summary>
public sealed class CycleFiguresQuery(TkpkDbContext db, KabupatenClock clock)
{
    private static readonly ProposalKind[] OwnData = [ProposalKind.OwnDataAccess, ProposalKind.OwnDataCorrection, ProposalKind.OwnDataObjection];

    public async Task<MpmMaterial> RunAsync(DateOnly cycleMonth, CancellationToken ct)
    {
        var month = new DateOnly(cycleMonth.Year, cycleMonth.Month, 1);
        var counts = await db.ProposalTallies.AsNoTracking().Where(t => t.CycleMonth == month && !OwnData.Contains(t.Kind) && t.Reached != ProposalStage.Draft)
            .Join(db.Areas, t => t.VillageId, v => v.Id, (t, v) => new { v.ParentId, t.Stage, t.Reached, t.Count })
            .GroupBy(t => new { t.ParentId, t.Stage, t.Reached })
            .Select(g => new Counted(g.Key.ParentId, g.Key.Stage, g.Key.Reached, g.Sum(t => t.Count))).ToListAsync(ct);
        var ids = counts.Select(c => c.DistrictId).Distinct().ToList();
        var districts = await db.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Code).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        return new(month, clock.Today, [.. districts.Select(d => Row(d.Name, counts.FindAll(c => c.DistrictId == d.Id)))]);
    }

    private static MpmMaterialRow Row(string district, List<Counted> counts)
    {
        return new(
            district, From(ProposalStage.Submitted), From(ProposalStage.Deliberated), From(ProposalStage.DistrictVerified), From(ProposalStage.SocialVerified), From(ProposalStage.Approved),
            From(ProposalStage.Sent), From(ProposalStage.Answered) + counts.Where(c => c is { Reached: ProposalStage.Sent, Stage: ProposalStage.Rejected }).Sum(c => c.Count),
            counts.Where(c => c.Stage == ProposalStage.Rejected).Sum(c => c.Count));

        int From(ProposalStage stage) => counts.Where(c => c.Reached >= stage).Sum(c => c.Count);
    }

    private sealed record Counted(Guid? DistrictId, ProposalStage Stage, ProposalStage Reached, int Count);
}
