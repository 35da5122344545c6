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
}

public sealed record SignedCopy(string ContentType, long Size, DateTimeOffset StoredAt);

/// <param name="Obstacles">What still keeps it open, as sentences; empty once it may be closed.</param>
public sealed record DeliberationView(
    Guid Id, Guid VillageId, string Village, VillageKind? Kind, string District, DeliberationForm Form, DeliberationDetails Details, SignedCopy? SignedCopy, DateTimeOffset? ClosedAt, string? ClosedBy,
    uint Version, IReadOnlyList<DeliberationItemView> Items, IReadOnlyList<DeliberationGuest> Guests, IReadOnlyList<string> Obstacles, int LeastAttendees, DateOnly DeliberateBy)
{
    public bool IsClosed => ClosedAt is not null;

    public bool IsStatement => Form == DeliberationForm.Statement;

    /// <summary>First day of the month it belongs to.</summary>
    public DateOnly Month => new(Details.HeldOn.Year, Details.HeldOn.Month, 1);

    public int Decided => Items.Count(i => i.Outcome is not null);

    public int Count(DeliberationOutcome outcome) => Items.Count(i => i.Outcome == outcome);
}

/// <summary>One musyawarah with its agenda, people and what is missing.</summary>
public sealed class DeliberationQuery(TkpkDbContext db, CycleCalendarQuery calendarQuery, KabupatenClock clock)
{
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
            d.IsClosed ? [] : [.. d.Obstacles(calendar.LeastAttendees, gone, clock.Today).Select(o => o.Message)], calendar.LeastAttendees, calendar.Of(d.HeldOn).DeliberateBy);
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
