using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Proposals;

/// <param name="DueOn">The day by which it should have moved on; null where nobody here has the next word.</param>
public sealed record ProposalRow(
    Guid Id, string Number, string HeadName, string Hamlet, ProposalKind Kind, string Village, string District, ProposalStage Stage, DateTimeOffset StageSince, DateOnly Cycle, bool IsLate,
    DateOnly? DueOn, DateTimeOffset? OwnDataDueAt)
{
    public string VillageCode { get; init; } = "";

    public ProposalRegistration Registration { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public CentreAnswer? Answer { get; init; }

    public int? AnsweredDecile { get; init; }

    public string? Reason { get; init; }
}

/// <param name="Stages">How many stand at each stage, within the other filters.</param>
/// <param name="Months">Cycles there are proposals of, the latest first.</param>
public sealed record ProposalListing(HouseholdAreas Areas, KeysetList<ProposalRow> List, IReadOnlyDictionary<ProposalStage, int> Stages, IReadOnlyList<DateOnly> Months);

/// <summary>
/// Proposals, the last touched first; at one stage those that wait longest first. Counts come from the kept tallies, so no page counts the proposals;
/// a pendamping has few and none of the tallies.
/// </summary>
public sealed class ProposalListQuery(TkpkDbContext db, WorkContext context, KeptViews kept, AuditTrail trail)
{
    public async Task<ProposalListing> RunAsync(ProposalFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var areas = await context.Areas.RunAsync(ct);
        var counts = await CountsAsync(filter, areas, ct);
        var narrowed = await NarrowedAsync(filter, areas, counts, ct);
        var (total, capped) = await TotalAsync(filter, counts, narrowed, ct);
        var rows = total == 0 ? [] : await PageAsync(narrowed, filter, at, size + 1, ct);
        var list = at.Cut(await RowsAsync(rows, areas, ct), size, total, capped, r => r.Id);
        return new(areas, list, InMonth(counts, filter).GroupBy(c => c.Stage).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), [.. counts.Select(c => c.Cycle).Distinct().OrderDescending()]);
    }

    /// <summary>All rows of the filter; noted as an export. Refused: DRF-22.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ExportAsync(ProposalFilter filter, CancellationToken ct)
    {
        var areas = await context.Areas.RunAsync(ct);
        var narrowed = await NarrowedAsync(filter, areas, await CountsAsync(filter, areas, ct), ct);
        var rows = await Lean(narrowed.OrderBy(p => p.Number).Take(DraftRules.ExportLimit + 1)).ToListAsync(ct);
        if (rows.Count > DraftRules.ExportLimit) throw new RuleBrokenException(DraftRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(Proposal), null, $"Daftar usulan, {Indonesian.Count(rows.Count, "baris")}"),
            changes: [new("Rows", null, rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return await RowsAsync(rows, areas, ct);
    }

    /// <summary>Of every stage and cycle, within the area and kind asked for.</summary>
    private async Task<IReadOnlyList<Counted>> CountsAsync(ProposalFilter filter, HouseholdAreas areas, CancellationToken ct)
    {
        var villages = filter.VillagesIn(areas);
        if (db.Actor.Reach == Reach.AssignedHouseholds)
        {
            var own = InVillages(db.Proposals.AsNoTracking(), villages);
            if (filter.Kind is { } visited) own = own.Where(p => p.Kind == visited);
            return await own.GroupBy(p => new { p.Stage, p.CycleMonth }).Select(g => new Counted(g.Key.Stage, g.Key.CycleMonth, g.Count())).ToListAsync(ct);
        }

        // The key names whose counts these are.
        return await kept.GetAsync((nameof(ProposalListQuery), db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), filter.DistrictCode, filter.VillageCode, filter.Kind), async () =>
        {
            var tallies = db.ProposalTallies.AsNoTracking().Where(t => t.Count > 0);
            if (villages is not null) tallies = tallies.Where(t => villages.Contains(t.VillageId));
            if (filter.Kind is { } kind) tallies = tallies.Where(t => t.Kind == kind);
            return await tallies.GroupBy(t => new { t.Stage, t.CycleMonth }).Select(g => new Counted(g.Key.Stage, g.Key.CycleMonth, g.Sum(t => t.Count))).ToListAsync(ct);
        });
    }

    private static IEnumerable<Counted> InMonth(IEnumerable<Counted> counts, ProposalFilter filter) => filter.Month is { } month ? counts.Where(c => c.Cycle == month) : counts;

    private static async Task<(int Total, bool Capped)> TotalAsync(ProposalFilter filter, IReadOnlyList<Counted> counts, IQueryable<Proposal> narrowed, CancellationToken ct)
    {
        if (filter is { OnlyOverdue: false, Number: null }) return (InMonth(counts, filter).Where(c => filter.Stage is null || c.Stage == filter.Stage).Sum(c => c.Count), false);
        const int limit = PagedList<ProposalRow>.ExactLimit;
        var found = await narrowed.Take(limit + 1).CountAsync(ct);
        return (Math.Min(found, limit), found > limit);
    }

    private async Task<IQueryable<Proposal>> NarrowedAsync(ProposalFilter filter, HouseholdAreas areas, IReadOnlyList<Counted> counts, CancellationToken ct)
    {
        var proposals = InVillages(db.Proposals.AsNoTracking(), filter.VillagesIn(areas));
        if (filter.Number is { } number) return proposals.Where(p => p.Number == number);
        if (filter.Stage is { } stage) proposals = proposals.Where(p => p.Stage == stage);
        if (filter.Kind is { } kind) proposals = proposals.Where(p => p.Kind == kind);
        if (filter.Month is { } month) proposals = proposals.Where(p => p.CycleMonth == month);
        return filter.OnlyOverdue ? Overdue(proposals, OverdueMonths.Of(await context.Calendar.RunAsync(ct), [.. counts.Select(c => c.Cycle).Distinct()], context.Clock.Today)) : proposals;
    }

    private static IQueryable<Proposal> InVillages(IQueryable<Proposal> proposals, List<Guid>? villages) => villages is null ? proposals : proposals.Where(p => villages.Contains(p.VillageId));

    private IQueryable<Proposal> Overdue(IQueryable<Proposal> proposals, OverdueMonths late)
    {
        ProposalKind[] own = [ProposalKind.OwnDataAccess, ProposalKind.OwnDataCorrection, ProposalKind.OwnDataObjection];
        var answeredBy = context.Clock.Now - ProposalClock.OwnData;
        return proposals.Where(p => own.Contains(p.Kind)
            ? !ProposalFlow.Final.Contains(p.Stage) && p.CreatedAt < answeredBy
            : (p.Stage == ProposalStage.Submitted && late.Deliberation.Contains(p.CycleMonth))
              || (p.Stage == ProposalStage.Deliberated && late.District.Contains(p.CycleMonth))
              || ((p.Stage == ProposalStage.DistrictVerified || p.Stage == ProposalStage.FieldCheckAsked) && late.Social.Contains(p.CycleMonth))
              || ((p.Stage == ProposalStage.SocialVerified || p.Stage == ProposalStage.FieldChecked || p.Stage == ProposalStage.Approved) && late.Sending.Contains(p.CycleMonth)));
    }

    private async Task<List<Stored>> PageAsync(IQueryable<Proposal> narrowed, ProposalFilter filter, KeysetPosition at, int take, CancellationToken ct)
    {
        // One stage is a queue: the first in is the first to see. Everything is a diary: the last touched stands on top.
        var queue = filter.Stage is not null;
        var forward = queue != at.Backwards;
        if (at.Anchor is { } anchor)
        {
            var from = await db.Proposals.AsNoTracking().Where(p => p.Id == anchor).Select(p => new { p.Id, p.StageSince, p.UpdatedAt }).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
            narrowed = (queue, forward) switch
            {
                (true, true) => narrowed.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(from.StageSince, from.Id))),
                (true, false) => narrowed.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(from.StageSince, from.Id))),
                (false, true) => narrowed.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.UpdatedAt, p.Id), ValueTuple.Create(from.UpdatedAt, from.Id))),
                (false, false) => narrowed.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.UpdatedAt, p.Id), ValueTuple.Create(from.UpdatedAt, from.Id))),
            };
        }

        var ordered = (queue, forward) switch
        {
            (true, true) => narrowed.OrderBy(p => p.StageSince).ThenBy(p => p.Id),
            (true, false) => narrowed.OrderByDescending(p => p.StageSince).ThenByDescending(p => p.Id),
            (false, true) => narrowed.OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id),
            (false, false) => narrowed.OrderByDescending(p => p.UpdatedAt).ThenByDescending(p => p.Id),
        };
        return await Lean(ordered.TakeFixed(take)).ToListAsync(ct);
    }

    /// <summary>Without what is sealed: 50,000 drafts would not fit into memory.</summary>
    private static IQueryable<Stored> Lean(IQueryable<Proposal> proposals) => proposals.Select(p => new Stored(
        p.Id, p.Number, p.CreatedAt, p.HeadName, p.Hamlet, p.Kind, p.Registration, p.VillageId, p.Stage, p.StageSince, p.CycleMonth, p.IsLate, p.SubmittedAt, p.Answer, p.AnsweredDecile, p.Reason));

    private async Task<List<ProposalRow>> RowsAsync(List<Stored> stored, HouseholdAreas areas, CancellationToken ct)
    {
        var calendar = await context.Calendar.RunAsync(ct);
        return stored.ConvertAll(p => new ProposalRow(
            p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.HeadName, p.Hamlet, p.Kind, areas.NameOf(p.VillageId), areas.DistrictOf(p.VillageId)?.Name ?? "", p.Stage, p.StageSince, p.CycleMonth, p.IsLate,
            ProposalClock.DueOn(p.Kind, p.Stage, p.CycleMonth, calendar), ProposalFlow.IsOwnData(p.Kind) && !ProposalFlow.IsFinal(p.Stage) ? p.CreatedAt + ProposalClock.OwnData : null)
        {
            VillageCode = areas.CodeOf(p.VillageId), Registration = p.Registration, CreatedAt = p.CreatedAt, SubmittedAt = p.SubmittedAt, Answer = p.Answer, AnsweredDecile = p.AnsweredDecile, Reason = p.Reason,
        });
    }

    private sealed record Counted(ProposalStage Stage, DateOnly Cycle, int Count);

    private sealed record Stored(
        Guid Id, int Number, DateTimeOffset CreatedAt, string HeadName, string Hamlet, ProposalKind Kind, ProposalRegistration Registration, Guid VillageId, ProposalStage Stage, DateTimeOffset StageSince,
        DateOnly CycleMonth, bool IsLate, DateTimeOffset? SubmittedAt, CentreAnswer? Answer, int? AnsweredDecile, string? Reason);
}
