using MiniExcelLibs;

namespace TkpkPortal.Core.Common;

/// <summary>Writes rows as an XLSX workbook. Values go in as text or numbers, never as formulas: a name that begins with = stays a name.</summary>
public static class SpreadsheetFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Columns in the order given; each takes its cell from a row. NIK and codes must be given as text.</summary>
    public static byte[] Write<T>(string sheet, IReadOnlyList<(string Header, Func<T, object?> Cell)> columns, IEnumerable<T> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => columns.ToDictionary(c => c.Header, c => Plain(c.Cell(row)))), sheetName: sheet);
        return stream.ToArray();
    }

    private static object? Plain(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Enum e => e.ToString(),
        Guid id => id.ToString(),
        _ => value,
    };
}
