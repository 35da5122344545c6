using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>A workbook about to be written. <see cref="Write"/> is synchronous and reads the kept file once more.</summary>
public sealed record RefusedRowsDownload(string FileName, Action<Stream> Write);

/// <summary>The rows that stayed out, in the shape of their file, to correct and upload again. They hold NIK and KK in clear, so who took them is kept.</summary>
public sealed class DownloadRefusedRows(TkpkDbContext db, NpgsqlDataSource source, FieldCipher cipher, AuditTrail trail, KabupatenClock clock)
{
    /// <summary>A batch without kept file or bad rows has no such workbook. Refused: IMP-58.</summary>
    public async Task<RefusedRowsDownload> RunAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        if (batch.ClearedAt is not null || batch.BadRows == 0) throw new RecordNotFoundException();
        batch.NamesMustBeOpen(clock.Today);
        var refused = await RefusedAsync(id, ct);
        trail.Add(
            db, new(AuditAction.Export, nameof(ImportBatch), batch.Id, $"Baris galat impor nomor {batch.Number}, {Indonesian.Count(refused.Count, "baris")}"),
            changes: [new("Rows", null, refused.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        var name = Path.GetFileNameWithoutExtension(batch.FileName);
        return new($"{name}-galat.xlsx", output =>
        {
            using var file = SourceFile.Open(new SealedFileStream(source, cipher, batch.Id, batch.FileSize), batch.FileName);
            RefusedRowsFile.Write(file, refused, output);
        });
    }

    private async Task<Dictionary<int, RefusedRow>> RefusedAsync(Guid id, CancellationToken ct)
    {
        var rows = new Dictionary<int, RefusedRow>();
        // A sentence stands beside thousands of rows; one copy of it is enough.
        var sentences = new Dictionary<string, string>();
        var problems = db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id && p.IsError).OrderBy(p => p.RowNumber)
            .Select(p => new { p.Id, p.RowNumber, p.Column, p.Code, p.SealedText }).AsAsyncEnumerable();
        await foreach (var problem in problems.WithCancellation(ct))
        {
            var sentence = ImportCells.TextOf(problem.SealedText, problem.Id, cipher).Sentence;
            if (!sentences.TryGetValue(sentence, out var shared)) sentences[sentence] = shared = sentence;
            if (!rows.TryGetValue(problem.RowNumber, out var row)) rows[problem.RowNumber] = row = new(new List<int>(1), new List<string>(1)) { Figures = new List<int>(0) };
            if (problem.Column.Length > 0) ((List<int>)row.Columns).Add(IndexOf(problem.Column));
            if (problem.Code == ImportRules.NumberAsFigure.Code) ((List<int>)row.Figures).Add(IndexOf(problem.Column));
            ((List<string>)row.Sentences).Add(shared);
        }

        return rows;
    }

    /// <summary>A is 0, AA is 26.</summary>
    private static int IndexOf(string letters) => letters.Aggregate(0, (index, letter) => (index * 26) + letter - 'A' + 1) - 1;
}
