using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Centre;

/// <param name="Waiting">Of its proposals, how many the centre has not decided yet.</param>
public sealed record DispatchRow(Guid Id, int Number, DateOnly CycleMonth, int Count, int Waiting, int Accepted, int Rejected, string? Note, string SentBy, DateTimeOffset SentAt);

/// <summary>Dispatches, the newest first. One or two a month, so they are paged by number.</summary>
public sealed class DispatchListQuery(TkpkDbContext db)
{
    public Task<PagedList<DispatchRow>> RunAsync(int page, CancellationToken ct) => Rows(db.ProposalDispatches).ToPagedListAsync(page, ct);

    public Task<List<DispatchRow>> AllAsync(CancellationToken ct) => Rows(db.ProposalDispatches).Take(HouseholdRules.ExportLimit).ToListAsync(ct);

    internal IQueryable<DispatchRow> Rows(IQueryable<ProposalDispatch> dispatches) => dispatches.AsNoTracking().OrderByDescending(d => d.Number).Select(d => new DispatchRow(
        d.Id, d.Number, d.CycleMonth, d.Count,
        db.Proposals.Count(p => p.DispatchId == d.Id && p.Stage == ProposalStage.Sent),
        db.Proposals.Count(p => p.DispatchId == d.Id && p.Answer == CentreAnswer.Accepted),
        db.Proposals.Count(p => p.DispatchId == d.Id && p.Answer == CentreAnswer.Rejected),
        d.Note, d.SentByName, d.SentAt));
}

public sealed record DispatchView(DispatchRow Dispatch, KeysetList<CentreRow> List);

/// <summary>One dispatch with its proposals and what the centre has said of them so far.</summary>
public sealed class DispatchQuery(TkpkDbContext db, DispatchListQuery list)
{
    public async Task<DispatchView> RunAsync(Guid id, KeysetPosition at, CancellationToken ct)
    {
        var dispatch = await HeadAsync(id, ct);
        return new(dispatch, await CentreRows.PageAsync(db, [db.Proposals.Where(p => p.DispatchId == id)], dispatch.Count, at, ct));
    }

    public async Task<(DispatchRow Dispatch, List<CentreRow> Rows)> AllAsync(Guid id, CancellationToken ct) =>
        (await HeadAsync(id, ct), await CentreRows.ReadAsync(db, [db.Proposals.Where(p => p.DispatchId == id)], false, HouseholdRules.ExportLimit, ct));

    private async Task<DispatchRow> HeadAsync(Guid id, CancellationToken ct) =>
        await list.Rows(db.ProposalDispatches.Where(d => d.Id == id)).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
}
