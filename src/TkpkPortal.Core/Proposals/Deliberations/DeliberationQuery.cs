using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <param name="Stage">Where the proposal stands now; it may have gone elsewhere since it was put on the agenda.</param>
public sealed record DeliberationItemView(
    Guid ProposalId, string Number, string HeadName, string Hamlet, ProposalKind Kind, DateOnly CycleMonth, ProposalStage Stage, DeliberationOutcome? Outcome, string? Reason)
{
    public bool Waits => Stage == ProposalStage.Submitted;

    /// <summary>What it is about, in a line; only where it was asked for.</summary>
    public string? Subject { get; init; }
}

public sealed record SignedCopy(string ContentType, long Size, DateTimeOffset StoredAt);

/// <param name="Obstacles">What still keeps it open, as sentences; empty once it may be closed.</param>
public sealed record DeliberationView(
    Guid Id, Guid VillageId, string Village, VillageKind? Kind, string District, DeliberationForm Form, DeliberationDetails Details, SignedCopy? SignedCopy, DateTimeOffset? ClosedAt, string? ClosedBy,
    uint Version, IReadOnlyList<DeliberationItemView> Items, IReadOnlyList<DeliberationGuest> Guests, IReadOnlyList<string> Obstacles, int LeastAttendees, DateOnly DeliberateBy)
{
    public bool IsClosed => ClosedAt is not null;

    public bool IsStatement => Form == DeliberationForm.Statement;

    /// <summary>First day of the month in which it is held.</summary>
    public DateOnly Month => new(Details.HeldOn.Year, Details.HeldOn.Month, 1);

    /// <summary>First days of the months its proposals count for, in order; the month it is held where that is not known.</summary>
    public IReadOnlyList<DateOnly> Periods => DeliberationPeriods.Of(Month, IsClosed, Items);

    /// <summary>"November dan Desember 2026".</summary>
    public string Period => Indonesian.Months(Periods);

    public int Decided => Items.Count(i => i.Outcome is not null);

    public int Count(DeliberationOutcome outcome) => Items.Count(i => i.Outcome == outcome);
}

internal static class DeliberationPeriods
{
    /// <summary>
    /// A postponed proposal may count for another month once the musyawarah is closed, and minutes printed again must say what the signed ones say: it names the period only where nothing else does.
    /// </summary>
    public static IReadOnlyList<DateOnly> Of(DateOnly heldIn, bool isClosed, IReadOnlyList<DeliberationItemView> items)
    {
        var listed = items.Where(i => i.Waits || i.Outcome is not null).ToList();
        var staying = listed.Where(i => i.Outcome != DeliberationOutcome.Postponed).ToList();
        var counted = staying.Count > 0 || isClosed ? staying : listed;
        return counted.Count == 0 ? [heldIn] : [.. counted.Select(i => i.CycleMonth).Distinct().Order()];
    }
}

/// <summary>One musyawarah with its agenda, people and what is missing.</summary>
public sealed class DeliberationQuery(TkpkDbContext db, CycleCalendarQuery calendarQuery, DeliberationSubjects subjects, KabupatenClock clock)
{
    /// <summary>With what each proposal is about. As <see cref="RunAsync"/>.</summary>
    public async Task<DeliberationView> WithSubjectsAsync(Guid id, CancellationToken ct)
    {
        var deliberation = await RunAsync(id, ct);
        var known = await subjects.RunAsync([.. deliberation.Items.Select(i => i.ProposalId)], ct);
        return deliberation with { Items = [.. deliberation.Items.Select(i => i with { Subject = known.GetValueOrDefault(i.ProposalId) })] };
    }

    /// <exception cref="RecordNotFoundException">No such musyawarah within the actor's scope.</exception>
    public async Task<DeliberationView> RunAsync(Guid id, CancellationToken ct)
    {
        var d = await db.VillageDeliberations.AsNoTracking().Include(x => x.Items).Include(x => x.Attendees).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RecordNotFoundException();
        var place = await db.Areas.AsNoTracking().Where(v => v.Id == d.VillageId).Join(db.Areas, v => v.ParentId, k => k.Id, (v, k) => new { v.Name, v.Kind, District = k.Name }).SingleAsync(ct);
        var calendar = await calendarQuery.RunAsync(ct);
        var items = await ItemsAsync(d, ct);
        var gone = items.Where(i => !i.Waits).Select(i => i.ProposalId).ToHashSet();
        var signed = d.SignedFileId is { } file ? await db.StoredFiles.AsNoTracking().Where(f => f.Id == file).Select(f => new SignedCopy(f.ContentType, f.Size, f.StoredAt)).SingleAsync(ct) : null;
        return new(
            d.Id, d.VillageId, place.Name, place.Kind, place.District, d.Form, new(d.HeldOn, d.StartsAt, d.Place, d.ChairName, d.ChairTitle, d.NoteTaker, d.MinutesNumber, d.Notes), signed, d.ClosedAt, d.ClosedBy,
            d.Version, items, [.. d.Attendees.OrderBy(a => a.Order).Select(a => new DeliberationGuest(a.Name, a.Position, a.IsFemale))],
            d.IsClosed ? [] : [.. d.Obstacles(calendar.LeastAttendees, gone, clock.Today).Select(o => o.Message)], calendar.LeastAttendees,
            calendar.Of(DeliberationPeriods.Of(d.HeldOn, d.IsClosed, items)[0]).DeliberateBy);
    }

    private async Task<IReadOnlyList<DeliberationItemView>> ItemsAsync(VillageDeliberation deliberation, CancellationToken ct)
    {
        var ids = deliberation.Items.Select(i => i.ProposalId).ToList();
        var proposals = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.CreatedAt, p.Number, p.HeadName, p.Hamlet, p.Kind, p.CycleMonth, p.Stage }).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. deliberation.Items.OrderBy(i => i.Order).Where(i => proposals.ContainsKey(i.ProposalId)).Select(i => (Item: i, Proposal: proposals[i.ProposalId]))
                .Select(x => new DeliberationItemView(
                    x.Proposal.Id, ProposalNames.Number(x.Proposal.CreatedAt.Year, x.Proposal.Number), x.Proposal.HeadName, x.Proposal.Hamlet, x.Proposal.Kind, x.Proposal.CycleMonth,
                    x.Proposal.Stage, x.Item.Outcome, x.Item.Reason)),
        ];
    }
}
