namespace TkpkPortal.Core.Common;

/// <summary>A list of people pasted into a form: one a line, columns apart by tab (a spreadsheet) or semicolon.</summary>
public static class PastedTable
{
    private const int LongestNumber = 4;

    /// <summary>
    /// The cells of each line with its number from 1, for the sentence that refuses it. Blank lines and a head row are passed over, a leading running number is taken away.
    /// </summary>
    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Lines(string? text)
    {
        var number = 0;
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var cells = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', StringSplitOptions.TrimEntries);
            if (cells.All(c => c.Length == 0) || cells.Take(2).Contains("nama", StringComparer.OrdinalIgnoreCase)) continue;
            yield return (number, cells.Length > 1 && cells[0].TrimEnd('.') is { Length: <= LongestNumber } leading && leading.All(char.IsAsciiDigit) ? cells[1..] : cells);
        }
    }
}
