using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Cells with the same fault in the same column; the first of them stands for all.</summary>
public sealed record ImportCause(bool IsError, string Code, string Column, string Header, int Rows, ImportCell First);

/// <summary>One cell, its number masked.</summary>
public sealed record ImportCell(int Row, string Column, string Header, string Code, bool IsError, string Content, string Sentence)
{
    public string Name => Row == 0 ? "Seluruh berkas" : Column.Length == 0 ? $"Baris {Row}" : $"{Column}{Row}";
}

/// <summary>What is wrong with a file, grouped by cause in SQL: there may be hundreds of thousands of cells.</summary>
public sealed class ImportCausesQuery(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    public const int Most = 50;

    /// <summary>None once the import has expired: a cell may hold a name.</summary>
    public async Task<IReadOnlyList<ImportCause>> RunAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.ExpiredOn(clock.Today)) return [];
        var id = batch.Id;
        var groups = await db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id).GroupBy(p => new { p.IsError, p.Code, p.Column, p.Header })
            .Select(g => new { g.Key, Rows = g.Count(), First = g.Min(p => p.RowNumber) })
            .OrderByDescending(g => g.Key.IsError).ThenByDescending(g => g.Rows).ThenBy(g => g.First).Take(Most).ToListAsync(ct);
        var rows = groups.ConvertAll(g => g.First);
        var firsts = await db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id && rows.Contains(p.RowNumber)).ToListAsync(ct);
        return [.. groups.Select(g => new ImportCause(
            g.Key.IsError, g.Key.Code, g.Key.Column, g.Key.Header, g.Rows,
            ImportCells.Of(firsts.First(p => p.RowNumber == g.First && p.IsError == g.Key.IsError && p.Code == g.Key.Code && p.Column == g.Key.Column && p.Header == g.Key.Header), cipher)))];
    }
}

/// <summary>All cells of one cause.</summary>
public sealed class ImportProblemsQuery(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IMP-58.</summary>
    public async Task<PagedList<ImportCell>> RunAsync(Guid id, string? code, string? column, bool errors, int page, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        batch.NamesMustBeOpen(clock.Today);
        var problems = db.ImportProblems.AsNoTracking().Where(p => p.BatchId == id && p.IsError == errors);
        if (code is not null) problems = problems.Where(p => p.Code == code && p.Column == (column ?? ""));
        var list = await problems.OrderBy(p => p.RowNumber).ThenBy(p => p.Id).ToPagedListAsync(page, ct);
        return new([.. list.Items.Select(p => ImportCells.Of(p, cipher))], list.Page, list.PageSize, list.Total, list.TotalIsCapped);
    }
}

internal static class ImportCells
{
    private static readonly ProblemText Unreadable = new("tidak terbaca", "Keterangan galat ini tidak terbaca lagi. Unggah ulang berkasnya.");

    public static ProblemText TextOf(byte[] sealedText, Guid problemId, FieldCipher cipher) =>
        cipher.TryOpen(sealedText, problemId) is { } json ? JsonSerializer.Deserialize<ProblemText>(json)! : Unreadable;

    public static ImportCell Of(ImportProblem problem, FieldCipher cipher)
    {
        var text = TextOf(problem.SealedText, problem.Id, cipher);
        return new(problem.RowNumber, problem.Column, problem.Header, problem.Code, problem.IsError, CellMask.Of(text.Content), CellMask.Of(text.Sentence));
    }
}
