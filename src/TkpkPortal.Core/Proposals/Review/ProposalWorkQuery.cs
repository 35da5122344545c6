using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Codes of areas and a kind; a work list holds no name in its address.</summary>
/// <param name="Duty">Slug of a duty of the role; null for the first that holds something.</param>
public sealed record WorkFilter(string? Duty, string? DistrictCode, string? VillageCode, ProposalKind? Kind, bool OnlyOverdue);

public sealed record WorkRow(
    Guid Id, string Number, ProposalKind Kind, string HeadName, string Hamlet, Guid VillageId, ProposalStage Stage, DateTimeOffset StageSince, int Days, DateOnly CycleMonth, DateOnly? Due, bool IsOverdue,
    DateTimeOffset? OwnDataDueAt, int Round, string? Reason, ProposalEvidence? Evidence);

public sealed record WorkList(HouseholdAreas Areas, IReadOnlyList<DutyCount> Duties, DutyCount Chosen, KeysetList<WorkRow> List);

/// <summary>What waits for the actor's role, stage by stage: late cycles first, then the longest waiting.</summary>
public sealed class ProposalWorkQuery(TkpkDbContext db, WorkContext context, ProposalDutiesQuery dutiesQuery, FieldCipher cipher, AuditTrail trail)
{
    public async Task<WorkList> RunAsync(WorkFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var (areas, duties, chosen, work) = await PrepareAsync(filter, ct);
        var rows = await PageAsync(work, at, size + 1, ct);
        var total = filter.OnlyOverdue ? chosen.Overdue : chosen.Count;
        return new(areas, duties, chosen, at.Cut(await RowsAsync(rows, chosen.Duty, ct), size, total, false, r => r.Id));
    }

    /// <summary>All rows of the chosen duty; noted as an export. Refused: USL-46.</summary>
    public async Task<WorkList> ExportAsync(WorkFilter filter, CancellationToken ct)
    {
        var (areas, duties, chosen, work) = await PrepareAsync(filter, ct);
        var rows = await PageAsync(work, new(null, null), ReviewRules.ExportLimit + 1, ct);
        if (rows.Count > ReviewRules.ExportLimit) throw new RuleBrokenException(ReviewRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(Proposal), null, $"Daftar tugas usulan ({chosen.Duty.Title}), {Indonesian.Count(rows.Count, "baris")}"),
            changes: [new("Rows", null, rows.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return new(areas, duties, chosen, new(await RowsAsync(rows, chosen.Duty, ct), rows.Count, false, null, null));
    }

    private async Task<(HouseholdAreas Areas, IReadOnlyList<DutyCount> Duties, DutyCount Chosen, Work Work)> PrepareAsync(WorkFilter filter, CancellationToken ct)
    {
        if (db.Actor.Role is not { } role || ProposalDuty.Of(role) is not { Count: > 0 } own) throw new RecordNotFoundException();
        if (filter.Duty is { } slug && own.All(d => d.Slug != slug)) throw new RecordNotFoundException();
        var areas = await context.Areas.RunAsync(ct);
        List<Guid>? villages = filter is { DistrictCode: null, VillageCode: null } ? null : [.. new HouseholdFilter(filter.DistrictCode, filter.VillageCode, null, false).VillagesIn(areas).Select(v => v.Id)];
        var duties = await dutiesQuery.RunAsync(villages, filter.Kind, ct);
        var chosen = duties.FirstOrDefault(d => d.Duty.Slug == filter.Duty) ?? duties.FirstOrDefault(d => d.Count > 0) ?? duties[0];
        var kinds = chosen.Duty.KindsFor(role).Where(k => filter.Kind is null || k == filter.Kind).ToList();
        var all = db.Proposals.AsNoTracking().Where(p => p.Stage == chosen.Duty.Stage);
        if (kinds.Count < Enum.GetValues<ProposalKind>().Length) all = all.Where(p => kinds.Contains(p.Kind));
        if (villages is not null) all = all.Where(p => villages.Contains(p.VillageId));
        return (areas, duties, chosen, new(PartsOf(all, chosen, filter.OnlyOverdue, areas), chosen.Duty == ProposalDuty.OwnData));
    }

    /// <summary>Late cycles come first, as a part of their own: one order over both would be no order of an index. Visits go desa by desa.</summary>
    private List<IQueryable<Proposal>> PartsOf(IQueryable<Proposal> all, DutyCount chosen, bool onlyOverdue, HouseholdAreas areas)
    {
        if (chosen.Duty == ProposalDuty.OwnData)
        {
            var since = context.Clock.Now - ProposalClock.OwnData;
            return [onlyOverdue ? all.Where(p => p.CreatedAt < since) : all];
        }

        var months = chosen.OverdueMonths;
        var late = all.Where(p => months.Contains(p.CycleMonth));
        if (chosen.Duty == ProposalDuty.Visit) return [.. areas.Villages.Select(v => (onlyOverdue ? late : all).Where(p => p.VillageId == v.Id))];
        if (onlyOverdue) return [late];
        return months.Count == 0 ? [all] : [late, all.Where(p => !months.Contains(p.CycleMonth))];
    }

    private async Task<List<Stored>> PageAsync(Work work, KeysetPosition at, int take, CancellationToken ct)
    {
        var parts = at.Backwards ? work.Parts.AsEnumerable().Reverse().ToList() : work.Parts;
        List<Stored> rows = [];
        var began = at.Anchor is null;
        foreach (var part in parts)
        {
            if (rows.Count >= take) break;
            if (began)
            {
                rows.AddRange(await OrderedAsync(part, work.ByRegistration, at.Backwards, take - rows.Count, ct));
                continue;
            }

            var anchor = await part.Where(p => p.Id == at.Anchor).Select(p => new { p.Id, p.StageSince, p.CreatedAt }).SingleOrDefaultAsync(ct);
            if (anchor is null) continue;
            began = true;
            rows.AddRange(await OrderedAsync(Beyond(part, work.ByRegistration ? anchor.CreatedAt : anchor.StageSince, anchor.Id, work.ByRegistration, at.Backwards), work.ByRegistration, at.Backwards, take, ct));
        }

        // The row a page began at has moved on since: begin anew rather than show nothing.
        return began || at.Anchor is null ? rows : await PageAsync(work, new(null, null), take, ct);
    }

    private static IQueryable<Proposal> Beyond(IQueryable<Proposal> part, DateTimeOffset when, Guid id, bool byRegistration, bool backwards) => (byRegistration, backwards) switch
    {
        (true, false) => part.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.CreatedAt, p.Id), ValueTuple.Create(when, id))),
        (true, true) => part.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.CreatedAt, p.Id), ValueTuple.Create(when, id))),
        (false, false) => part.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(when, id))),
        (false, true) => part.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(when, id))),
    };

    /// <summary>The page is found by the index of its order alone: a row is kilobytes of encrypted draft, and only those shown are fetched.</summary>
    private async Task<List<Stored>> OrderedAsync(IQueryable<Proposal> part, bool byRegistration, bool backwards, int take, CancellationToken ct)
    {
        var ordered = (byRegistration, backwards) switch
        {
            (true, false) => part.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id),
            (true, true) => part.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id),
            (false, false) => part.OrderBy(p => p.StageSince).ThenBy(p => p.Id),
            (false, true) => part.OrderByDescending(p => p.StageSince).ThenByDescending(p => p.Id),
        };
        var rows = await ordered.TakeFixed(take).Select(p => p.Id).Join(db.Proposals.AsNoTracking(), id => id, p => p.Id, (_, p) => new Stored(
            p.Id, p.Number, p.CreatedAt, p.Kind, p.HeadName, p.Hamlet, p.VillageId, p.Stage, p.StageSince, p.CycleMonth, p.Round, p.Reason)).ToListAsync(ct);
        // A join keeps no order.
        rows.Sort((a, b) => (byRegistration ? (a.CreatedAt, a.Id).CompareTo((b.CreatedAt, b.Id)) : (a.StageSince, a.Id).CompareTo((b.StageSince, b.Id))) * (backwards ? -1 : 1));
        return rows;
    }

    private async Task<List<WorkRow>> RowsAsync(List<Stored> rows, ProposalDuty duty, CancellationToken ct)
    {
        var evidence = duty.ShowsEvidence ? await EvidenceAsync(rows.ConvertAll(r => r.Id), ct) : [];
        var calendar = await context.Calendar.RunAsync(ct);
        var (now, today) = (context.Clock.Now, context.Clock.Today);
        return rows.ConvertAll(r =>
        {
            DateTimeOffset? ownDue = ProposalFlow.IsOwnData(r.Kind) ? r.CreatedAt + ProposalClock.OwnData : null;
            var due = ProposalClock.DueOn(r.Kind, r.Stage, r.CycleMonth, calendar);
            return new WorkRow(
                r.Id, ProposalNames.Number(r.CreatedAt.Year, r.Number), r.Kind, r.HeadName, r.Hamlet, r.VillageId, r.Stage, r.StageSince,
                today.DayNumber - DateOnly.FromDateTime(context.Clock.Local(r.StageSince)).DayNumber, r.CycleMonth, due, ownDue < now || due < today, ownDue, r.Round, r.Reason, evidence.GetValueOrDefault(r.Id));
        });
    }

    private async Task<Dictionary<Guid, ProposalEvidence>> EvidenceAsync(List<Guid> ids, CancellationToken ct)
    {
        var photos = await db.ProposalPhotos.Where(f => ids.Contains(f.ProposalId)).GroupBy(f => f.ProposalId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var contents = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.SealedContent }).ToListAsync(ct);
        return contents.ToDictionary(c => c.Id, c =>
        {
            var content = ProposalContent.FromBytes(cipher.OpenBytes(c.SealedContent, c.Id));
            return new ProposalEvidence(content.IdentityCardSeen, content.FamilyCardSeen, photos.GetValueOrDefault(c.Id));
        });
    }

    private sealed record Work(List<IQueryable<Proposal>> Parts, bool ByRegistration);

    private sealed record Stored(
        Guid Id, int Number, DateTimeOffset CreatedAt, ProposalKind Kind, string HeadName, string Hamlet, Guid VillageId, ProposalStage Stage, DateTimeOffset StageSince, DateOnly CycleMonth, int Round, string? Reason);
}
