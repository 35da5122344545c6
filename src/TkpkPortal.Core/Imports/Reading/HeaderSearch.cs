namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Which of the first rows holds the headers: titles, often merged, and blank rows stand above it.</summary>
internal static class HeaderSearch
{
    public const int Rows = 30;

    /// <summary>The row with the most names of fields; without two such names, the first row about as wide as the widest, of texts only.</summary>
    public static (int At, int Known) In(List<SourceRow> rows)
    {
        var (at, best) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var known = rows[i].Cells.Count(c => c.Kind == CellKind.Text && ImportFields.IsHeader(ImportLayout.KeyOf(CellText.Short(c.Text))));
            if (known > best && known * 3 >= SourceFile.Filled(rows[i])) (at, best) = (i, known);
        }

        if (best >= 2) return (at, best);
        var widest = rows.Max(SourceFile.Filled);
        var wide = rows.FindIndex(r => SourceFile.Filled(r) * 10 >= widest * 6 && r.Cells.All(c => c.Kind is CellKind.Text or CellKind.Blank));
        return (Math.Max(best > 0 && widest <= 2 ? at : wide, 0), best);
    }

    /// <summary>"(1) (2) (3)" under the headers, as printed tables have it.</summary>
    public static bool IsColumnNumbers(SourceRow row)
    {
        var expected = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Blank || string.IsNullOrWhiteSpace(cell.Text)) continue;
            expected++;
            if (cell.Text.Trim().Trim('(', ')') != expected.ToString(System.Globalization.CultureInfo.InvariantCulture)) return false;
        }

        return expected >= 3;
    }
}

/// <summary>A total at the end, perhaps with a source or a signature under it.</summary>
internal static class TrailingRows
{
    public const int Most = 30;

    private const int MostCells = 3;
    private const int LongestLabel = 60;

    private static readonly string[] Words = ["jumlah", "total", "grand total", "sub total", "subtotal"];

    /// <summary>Beside its label a total holds figures only: somebody may be called Total.</summary>
    public static bool IsTotal(SourceRow row)
    {
        var labelled = false;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Blank || cell.Text.Length == 0) continue;
            if (!labelled && !IsLabel(cell)) return false;
            if (labelled && (cell.Text.Length >= IdentityNumbers.Length || HasLetter(cell.Text))) return false;
            labelled = true;
        }

        return labelled;
    }

    public static bool IsBelowTotal(SourceRow row, int columns) => SourceFile.Filled(row) is var filled && filled <= MostCells && filled * 2 <= columns;

    private static bool IsLabel(SourceCell cell)
    {
        if (cell.Kind != CellKind.Text || cell.Text.Length > LongestLabel) return false;
        var text = cell.Text.AsSpan().TrimStart();
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]))) return true;
        }

        return false;
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c)) return true;
        }

        return false;
    }
}

internal static class ColumnLetter
{
    /// <summary>0 is A, 26 is AA.</summary>
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
