using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports;

/// <summary>One proposal an import of the centre's answers speaks of: what it was, what it becomes or became.</summary>
/// <param name="Row">Null once the file is deleted, and for what the file does not mention.</param>
public sealed record ImportAnswer(Guid ProposalId, string Number, ProposalKind Kind, string HeadName, string Village, ProposalStage Now, int? Row)
{
    public ProposalStage? OldStage { get; init; }

    /// <summary>Where the answer leads; null where it is not of this file.</summary>
    public ProposalStage? NewStage => Answer switch
    {
        CentreAnswer.Accepted => ProposalStage.Answered,
        CentreAnswer.Rejected => ProposalStage.Rejected,
        CentreAnswer.Postponed => ProposalStage.Sent,
        _ => null,
    };

    public CentreAnswer? OldAnswer { get; init; }

    public int? OldDecile { get; init; }

    public CentreAnswer? Answer { get; init; }

    public int? Decile { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The proposals of an import of answers. Its sealed plans tell old and new as long as they are kept; after that the proposals themselves tell what it left.</summary>
public sealed class ImportAnswersQuery(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>What the page of an import shows in its state: the first answers of a preview, what an undo left; null in the other states, and once the data may no longer be used by name.</summary>
    public async Task<PagedList<ImportAnswer>?> ShownAsync(ImportBatch batch, int size, CancellationToken ct) => batch switch
    {
        { Format: not ImportFormat.CentreAnswers } => null,
        _ when batch.ExpiredOn(clock.Today) => new([], 1, size, 0, false),
        { State: ImportState.Undone } => await KeptAsync(batch.Id, page: 1, ct),
        { State: ImportState.Preview, ChangedRecords: > 0 } => await RunAsync(batch.Id, page: 1, ct, size),
        _ => null,
    };

    /// <summary>In the order of the file. Refused: IMP-58.</summary>
    public async Task<PagedList<ImportAnswer>> RunAsync(Guid id, int page, CancellationToken ct, int size = Paging.DefaultSize)
    {
        await MustBeOpenAsync(id, ct);
        var plan = new List<PlannedAnswer>();
        await foreach (var chunk in db.ImportChunks.AsNoTracking().Where(c => c.BatchId == id && c.SealedPlan != null).OrderBy(c => c.Bucket).Select(c => new { c.Id, c.SealedPlan }).AsAsyncEnumerable().WithCancellation(ct))
            plan.AddRange(AnswerPlan.Open(chunk.SealedPlan!, chunk.Id, cipher));
        if (plan.Count == 0) return await PageAsync(db.Proposals.Where(p => p.AnswerBatchId == id), page, size, ct);
        page = Math.Max(1, page);
        var shown = plan.OrderBy(a => a.Row).Skip((page - 1) * size).Take(size).ToList();
        var ids = shown.ConvertAll(a => a.ProposalId);
        var heads = await Heads(db.Proposals.Where(p => ids.Contains(p.Id))).ToDictionaryAsync(h => h.Id, ct);
        return new([.. shown.Where(a => heads.ContainsKey(a.ProposalId)).Select(a => Planned(a, heads[a.ProposalId]))], page, size, plan.Count, false);
    }

    /// <summary>What an undo left as it is: written to the family's record already, or opened anew as another proposal. Refused: IMP-58.</summary>
    public async Task<PagedList<ImportAnswer>> KeptAsync(Guid id, int page, CancellationToken ct)
    {
        var batch = await MustBeOpenAsync(id, ct);
        return await PageAsync(db.Proposals.Where(p => p.AnswerBatchId == id && batch.State == ImportState.Undone), page, Paging.DefaultSize, ct);
    }

    /// <summary>Sent to the centre, and not in this file. Refused: IMP-58.</summary>
    public async Task<PagedList<ImportAnswer>> MissingAsync(Guid id, int page, CancellationToken ct)
    {
        await MustBeOpenAsync(id, ct);
        var matched = db.ImportChunks.Where(c => c.BatchId == id).SelectMany(c => c.Matched);
        return await PageAsync(db.Proposals.Where(p => p.Stage == ProposalStage.Sent && !matched.Contains(p.Id)), page, Paging.DefaultSize, ct);
    }

    private async Task<ImportBatch> MustBeOpenAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        batch.NamesMustBeOpen(clock.Today);
        return batch;
    }

    private async Task<PagedList<ImportAnswer>> PageAsync(IQueryable<Proposal> proposals, int page, int size, CancellationToken ct)
    {
        var list = await Heads(proposals.OrderBy(p => p.Number)).ToPagedListAsync(page, ct, size);
        return new([.. list.Items.Select(h => Row(h, null) with { Answer = h.Answer, Decile = h.Decile, Reason = h.Reason })], list.Page, list.PageSize, list.Total, list.TotalIsCapped);
    }

    private IQueryable<Head> Heads(IQueryable<Proposal> proposals) => proposals.AsNoTracking().Select(p => new Head(
        p.Id, p.Number, p.CreatedAt, p.Kind, p.HeadName, db.Areas.Where(a => a.Id == p.VillageId).Select(a => a.Name).First(), p.Stage, p.Answer, p.AnsweredDecile, p.Reason));

    private static ImportAnswer Planned(PlannedAnswer a, Head head) => Row(head, a.Row) with
    {
        OldStage = a.OldStage, OldAnswer = a.OldAnswer, OldDecile = a.OldDecile, Answer = a.Answer, Decile = a.Decile, Reason = a.Reason is { } reason ? CellMask.Of(reason) : null,
    };

    private static ImportAnswer Row(Head h, int? row) => new(h.Id, ProposalNames.Number(h.CreatedAt.Year, h.Number), h.Kind, h.HeadName, h.Village, h.Stage, row);

    private sealed record Head(Guid Id, int Number, DateTimeOffset CreatedAt, ProposalKind Kind, string HeadName, string Village, ProposalStage Stage, CentreAnswer? Answer, int? Decile, string? Reason);
}
