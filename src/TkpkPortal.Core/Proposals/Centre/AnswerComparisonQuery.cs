using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Proposals.Centre;

/// <summary>What became of the proposals of one kind that were sent.</summary>
/// <param name="Undecided">Sent, and not decided by the centre; <paramref name="Postponed"/> of them by its own word.</param>
public sealed record AnswerCounts(ProposalKind Kind, int Accepted, int Rejected, int Undecided, int Postponed)
{
    public int Sent => Accepted + Rejected + Undecided;
}

/// <summary>In what the centre's answer differs from what was proposed.</summary>
public enum AnswerDifference
{
    Rejected,
    Postponed,

    /// <summary>Accepted, with a decile beyond the one the kabupaten aims at.</summary>
    BeyondTarget,
}

public sealed record AnswerFilter(CentreFilter Area, AnswerDifference? Difference, DateOnly? Month);

/// <param name="Months">Cycles there are sent proposals of, the latest first.</param>
public sealed record AnswerComparison(HouseholdAreas Areas, int TargetDecile, IReadOnlyList<DateOnly> Months, IReadOnlyList<AnswerCounts> Counts, KeysetList<CentreRow> List);

/// <summary>Proposed against answered: counts from the kept tallies, and the families whose answer is not what the desa hoped for.</summary>
public sealed class AnswerComparisonQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, CurrentSettings settings)
{
    public async Task<AnswerComparison> RunAsync(AnswerFilter filter, KeysetPosition at, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var target = (await settings.GetAsync(ct)).Settings.TargetDecile;
        var villages = filter.Area.VillagesIn(areas);
        var differing = Differing(filter, villages, target);
        var total = 0;
        foreach (var part in differing) total += await part.Take(PagedList<CentreRow>.ExactLimit + 1).CountAsync(ct);
        var list = await CentreRows.PageAsync(db, differing, Math.Min(total, PagedList<CentreRow>.ExactLimit), at, ct);
        var months = await SentTallies().Select(t => t.CycleMonth).Distinct().OrderByDescending(m => m).ToListAsync(ct);
        return new(areas, target, months, await CountsAsync(filter.Month, villages, ct), list with { TotalIsCapped = total > PagedList<CentreRow>.ExactLimit });
    }

    /// <summary>Refused: KRM-05.</summary>
    public async Task<List<CentreRow>> AllAsync(AnswerFilter filter, CancellationToken ct)
    {
        var target = (await settings.GetAsync(ct)).Settings.TargetDecile;
        var rows = await CentreRows.ReadAsync(db, Differing(filter, filter.Area.VillagesIn(await areasQuery.RunAsync(ct)), target), false, HouseholdRules.ExportLimit + 1, ct);
        return rows.Count > HouseholdRules.ExportLimit ? throw new RuleBrokenException(CentreRules.ListTooLong) : rows;
    }

    private List<IQueryable<Proposal>> Differing(AnswerFilter filter, List<Guid>? villages, int target)
    {
        var proposals = db.Proposals.AsQueryable();
        if (filter.Month is { } month) proposals = proposals.Where(p => p.CycleMonth == month);
        if (villages is not null) proposals = proposals.Where(p => villages.Contains(p.VillageId));
        var beyond = proposals.Where(p => p.Kind != ProposalKind.Exit && p.AnsweredDecile > target);
        (AnswerDifference Difference, IQueryable<Proposal> Part)[] parts =
        [
            (AnswerDifference.Rejected, proposals.Where(p => p.Stage == ProposalStage.Rejected && p.Answer == CentreAnswer.Rejected)),
            (AnswerDifference.Postponed, proposals.Where(p => p.Stage == ProposalStage.Sent && p.Answer == CentreAnswer.Postponed)),
            (AnswerDifference.BeyondTarget, beyond.Where(p => p.Stage == ProposalStage.Answered)), (AnswerDifference.BeyondTarget, beyond.Where(p => p.Stage == ProposalStage.Applied)),
        ];
        return [.. parts.Where(p => filter.Difference is null || p.Difference == filter.Difference).Select(p => p.Part)];
    }

    /// <summary>Only a proposal that was sent can have reached further, so the furthest stage tells a refusal by the centre from one by the kabupaten.</summary>
    private IQueryable<ProposalTally> SentTallies()
    {
        ProposalStage[] sent = [ProposalStage.Sent, ProposalStage.Answered, ProposalStage.Applied];
        ProposalKind[] own = [ProposalKind.OwnDataAccess, ProposalKind.OwnDataCorrection, ProposalKind.OwnDataObjection];
        return db.ProposalTallies.AsNoTracking().Where(t => t.Count > 0 && sent.Contains(t.Reached) && !own.Contains(t.Kind));
    }

    private async Task<List<AnswerCounts>> CountsAsync(DateOnly? month, List<Guid>? villages, CancellationToken ct)
    {
        var tallies = SentTallies();
        var postponed = db.Proposals.AsNoTracking().Where(p => p.Stage == ProposalStage.Sent && p.Answer == CentreAnswer.Postponed);
        if (month is { } m) (tallies, postponed) = (tallies.Where(t => t.CycleMonth == m), postponed.Where(p => p.CycleMonth == m));
        if (villages is not null) (tallies, postponed) = (tallies.Where(t => villages.Contains(t.VillageId)), postponed.Where(p => villages.Contains(p.VillageId)));
        var counts = await tallies.GroupBy(t => new { t.Kind, t.Stage }).Select(g => new { g.Key.Kind, g.Key.Stage, Count = g.Sum(t => t.Count) }).ToListAsync(ct);
        var waits = await postponed.GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. counts.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new AnswerCounts(
                g.Key, g.Where(c => c.Stage is ProposalStage.Answered or ProposalStage.Applied).Sum(c => c.Count), g.Where(c => c.Stage == ProposalStage.Rejected).Sum(c => c.Count),
                g.Where(c => c.Stage == ProposalStage.Sent).Sum(c => c.Count), waits.GetValueOrDefault(g.Key))).Where(c => c.Sent > 0),
        ];
    }
}
