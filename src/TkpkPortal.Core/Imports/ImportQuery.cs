using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

public sealed record EarlierImport(Guid Id, int Number, ImportState State, DateTimeOffset At);

/// <summary>One import with the names of what it points to. <see cref="Same"/>: the same file came before.</summary>
public sealed record ImportView(ImportBatch Batch, string? UploadedBy, string? Program, EarlierImport? Same)
{
    public Guid Id => Batch.Id;

    public ImportState State => Batch.State;

    /// <summary>"keluarga", for a list of recipients "penerima", for the centre's answers "usulan".</summary>
    public string Record => Batch.Format switch
    {
        ImportFormat.Recipients => "penerima",
        ImportFormat.CentreAnswers => "usulan",
        _ => "keluarga",
    };

    /// <summary>Once undone: of the new and of the changed records, those it left as they were.</summary>
    public (int New, int Changed) Left { get; init; }

    public bool IsOfProposals => Batch.Format == ImportFormat.CentreAnswers;

    /// <summary>Reckoned from the pace of the phase so far; null while there is none yet.</summary>
    public TimeSpan? TimeLeft(DateTimeOffset now) =>
        Batch is { PhaseStartedAt: { } started, Done: > 0 } && Batch.Done < Batch.Total && now > started
            ? (now - started) * ((double)(Batch.Total - Batch.Done) / Batch.Done)
            : null;
}

public sealed class ImportQuery(TkpkDbContext db)
{
    public async Task<ImportView> RunAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        var by = batch.UploadedBy is { } user ? await db.Users.Where(u => u.Id == user).Select(u => u.FullName).SingleOrDefaultAsync(ct) : null;
        var program = batch.ProgramId is { } programId ? await db.Programs.Where(p => p.Id == programId).Select(p => p.Name).SingleOrDefaultAsync(ct) : null;
        var same = batch.Sha256.Length == 0
            ? null
            : await db.ImportBatches.AsNoTracking().Where(b => b.Sha256 == batch.Sha256 && b.Number < batch.Number && b.Format == batch.Format)
                .OrderByDescending(b => b.CommittedAt != null).ThenByDescending(b => b.Number)
                .Select(b => new EarlierImport(b.Id, b.Number, b.State, b.CommittedAt ?? b.UploadedAt)).FirstOrDefaultAsync(ct);
        return new(batch, by, program, same) { Left = batch.State == ImportState.Undone ? await LeftAsync(batch, ct) : default };
    }

    private async Task<(int New, int Changed)> LeftAsync(ImportBatch batch, CancellationToken ct)
    {
        var id = batch.Id;
        if (batch.Format == ImportFormat.CentreAnswers) return (0, await db.Proposals.CountAsync(p => p.AnswerBatchId == id, ct));
        var kept = await db.ImportChanges.CountAsync(c => c.BatchId == id && c.KeptOnUndo, ct);
        return batch.Format == ImportFormat.Recipients ? (kept, 0) : (await db.Households.CountAsync(h => h.OriginBatchId == id, ct), kept);
    }
}
