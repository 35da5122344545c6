using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <param name="Columns">Of the file, from 0: the cells to colour.</param>
/// <param name="Sentences">What is wrong and what to do.</param>
internal sealed record RefusedRow(IReadOnlyCollection<int> Columns, IReadOnlyList<string> Sentences)
{
    /// <summary>Those of them that hold a NIK or KK as a figure.</summary>
    public IReadOnlyCollection<int> Figures { get; init; } = [];
}

/// <summary>The rows that stayed out, as a workbook to correct and upload again: sheet name, headers and columns as in the file, the cells as they stood, and the reasons in a last column.</summary>
internal static class RefusedRowsFile
{
    public const string ReasonHeader = "Galat";

    private const string SheetOfCsv = "Baris ditolak";
    private const int WidestColumn = 60;

    /// <param name="source">Freshly opened; it is read to the end and stays open.</param>
    /// <param name="refused">By row number.</param>
    /// <param name="output">Need not be seekable; stays open.</param>
    public static void Write(SourceFile source, IReadOnlyDictionary<int, RefusedRow> refused, Stream output)
    {
        // The file may be such a workbook itself; its old reasons would mislead.
        var columns = Enumerable.Range(0, source.Headers.Count).Where(i => !source.Headers[i].Equals(ReasonHeader, StringComparison.OrdinalIgnoreCase)).ToArray();
        var widths = columns.Select(c => Math.Clamp(source.Headers[c].Length + 4, 12, 30)).Append(WidestColumn).ToList();
        WorkbookWriter.Write(output, new WrittenSheet(source.SheetName ?? SheetOfCsv, widths, Rows(source, columns, refused)));
    }

    private static IEnumerable<IReadOnlyList<WrittenCell>> Rows(SourceFile source, int[] columns, IReadOnlyDictionary<int, RefusedRow> refused)
    {
        yield return [.. columns.Select(c => new WrittenCell(source.Headers[c], CellLook.Header)), new(ReasonHeader, CellLook.Header)];
        foreach (var row in source.Rows())
        {
            if (!refused.TryGetValue(row.Number, out var why)) continue;
            var cells = new WrittenCell[columns.Length + 1];
            for (var i = 0; i < columns.Length; i++)
                cells[i] = new(Text(row, columns[i], why), why.Columns.Contains(columns[i]) ? CellLook.Wrong : CellLook.Plain);
            cells[^1] = new(string.Join("\n", why.Sentences), CellLook.Note);
            yield return cells;
        }
    }

    private static string Text(SourceRow row, int column, RefusedRow why) => why.Figures.Contains(column) ? IdentityNumbers.ToRetype(row.Cell(column).Text) : row.Cell(column).Text;
}
