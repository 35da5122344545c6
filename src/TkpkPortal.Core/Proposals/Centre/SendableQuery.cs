using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Centre;

/// <summary>Approved proposals of one desa.</summary>
public sealed record VillageWaiting(string Code, string Village, string DistrictCode, string District, int Count);

public sealed record CentreListing(HouseholdAreas Areas, IReadOnlyList<VillageWaiting> Villages, KeysetList<CentreRow> List);

/// <summary>What is approved and waits to be sent, and what the centre accepted and waits to be written: by desa from the kept counts, and row by row.</summary>
public sealed class SendableQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery)
{
    public Task<CentreListing> RunAsync(CentreFilter filter, KeysetPosition at, CancellationToken ct) => ListAsync(WaitingStep.Send, filter, at, ct);

    public Task<CentreListing> ApplicableAsync(CentreFilter filter, KeysetPosition at, CancellationToken ct) => ListAsync(WaitingStep.Apply, filter, at, ct);

    /// <summary>Refused: KRM-05.</summary>
    public Task<List<CentreRow>> AllAsync(CentreFilter filter, CancellationToken ct) => AllAsync(WaitingStep.Send, filter, ct);

    /// <summary>Refused: KRM-05.</summary>
    public Task<List<CentreRow>> AllApplicableAsync(CentreFilter filter, CancellationToken ct) => AllAsync(WaitingStep.Apply, filter, ct);

    private async Task<CentreListing> ListAsync(WaitingStep step, CentreFilter filter, KeysetPosition at, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var villages = filter.VillagesIn(areas);
        var counts = await step.Counted(db.ProposalTallies.AsNoTracking()).GroupBy(t => t.VillageId).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }).Where(g => g.Count > 0)
            .Join(db.Areas, c => c.Key, v => v.Id, (c, v) => new { c.Key, c.Count, v.Code, v.Name, v.ParentId }).Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Key, v.Count, v.Code, v.Name, DistrictCode = d.Code, District = d.Name })
            .OrderBy(v => v.Code).ToListAsync(ct);
        var total = counts.Where(c => villages is null || villages.Contains(c.Key)).Sum(c => c.Count);
        var list = total == 0 ? new([], 0, false, null, null) : await CentreRows.PageAsync(db, step.Parts(db.Proposals, villages), total, at, ct);
        return new(areas, counts.ConvertAll(c => new VillageWaiting(c.Code, c.Name, c.DistrictCode, c.District, c.Count)), list);
    }

    private async Task<List<CentreRow>> AllAsync(WaitingStep step, CentreFilter filter, CancellationToken ct)
    {
        var rows = await CentreRows.ReadAsync(db, step.Parts(db.Proposals, filter.VillagesIn(await areasQuery.RunAsync(ct))), false, HouseholdRules.ExportLimit + 1, ct);
        return rows.Count > HouseholdRules.ExportLimit ? throw new RuleBrokenException(CentreRules.ListTooLong) : rows;
    }
}

/// <summary>A step that many proposals wait for at once.</summary>
internal sealed class WaitingStep
{
    private readonly bool _applies;
    private readonly int _most;

    private WaitingStep(bool applies, int most) => (_applies, _most) = (applies, most);

    /// <summary>Approved, and about a record that the centre keeps.</summary>
    public static readonly WaitingStep Send = new(false, CentreRules.MostSent);

    /// <summary>Accepted by the centre; or the correction of own data, which needs no centre.</summary>
    public static readonly WaitingStep Apply = new(true, CentreRules.MostApplied);

    /// <summary>The same proposals, one stage each.</summary>
    public IReadOnlyList<IQueryable<Proposal>> Parts(IQueryable<Proposal> proposals, List<Guid>? villages)
    {
        var waiting = Waiting(proposals, villages);
        return _applies ? [waiting.Where(p => p.Stage == ProposalStage.Answered), waiting.Where(p => p.Stage == ProposalStage.Approved)] : [waiting];
    }

    public IQueryable<Proposal> Waiting(IQueryable<Proposal> proposals, List<Guid>? villages)
    {
        var waiting = _applies
            ? proposals.Where(p => p.Stage == ProposalStage.Answered || (p.Stage == ProposalStage.Approved && p.Kind == ProposalKind.OwnDataCorrection))
            : proposals.Where(p => p.Stage == ProposalStage.Approved && p.Kind != ProposalKind.OwnDataCorrection);
        return villages is null ? waiting : waiting.Where(p => villages.Contains(p.VillageId));
    }

    public IQueryable<ProposalTally> Counted(IQueryable<ProposalTally> tallies) => _applies
        ? tallies.Where(t => t.Stage == ProposalStage.Answered || (t.Stage == ProposalStage.Approved && t.Kind == ProposalKind.OwnDataCorrection))
        : tallies.Where(t => t.Stage == ProposalStage.Approved && t.Kind != ProposalKind.OwnDataCorrection);

    /// <summary>Ids of what was chosen. Refused: KRM-01, KRM-02, KRM-04.</summary>
    public async Task<List<Guid>> ChosenAsync(TkpkDbContext db, CentreChoice choice, HouseholdAreas areas, CancellationToken ct)
    {
        if (choice.Ticked is { } ticked)
        {
            if (ticked.Count == 0) throw new RuleBrokenException(CentreRules.NothingChosen);
            if (ticked.Count > _most) throw TooMany();
            var found = await db.Proposals.AsNoTracking().Where(p => ticked.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
            return found.Count == ticked.Distinct().Count() ? found : throw new RecordNotFoundException();
        }

        var ids = await Waiting(db.Proposals.AsNoTracking(), choice.Filter.VillagesIn(areas)).OrderBy(p => p.Id).Take(_most + 1).Select(p => p.Id).ToListAsync(ct);
        if (ids.Count == 0) throw new RuleBrokenException(CentreRules.NothingWaits);
        return ids.Count <= _most ? ids : throw TooMany();
    }

    private RuleBrokenException TooMany() => new(CentreRules.TooManyAtOnce, null, Indonesian.Number(_most));
}
