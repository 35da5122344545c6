using CsvHelper;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Comma, semicolon or tab; the encoding is found out. Row numbers are those Excel shows: a cell with line breaks is one row.</summary>
internal sealed class CsvSource : SourceFile
{
    private const int LargestRow = 4 * 1024 * 1024;

    private readonly CsvReader _reader;
    private readonly int _marks;

    public CsvSource(Stream content)
    {
        var (separator, skip) = Separator.Of(TextEncoding.ToUtf8(content));
        var text = TextEncoding.ToUtf8(content);
        for (var i = 0; i < skip; i++) text.ReadByte();
        _marks = skip > 0 ? 1 : 0;
        _reader = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false, Separator = separator, MaxRecordSize = LargestRow }, true);
    }

    protected override IEnumerator<SourceRow> Physical()
    {
        var number = _marks;
        while (_reader.Read())
        {
            number++;
            yield return new(number, Cells());
        }
    }

    protected override void DisposeSource() => _reader.Dispose();

    private SourceCell[] Cells()
    {
        var cells = new SourceCell[Math.Min(_reader.FieldCount, WorkbookSource.MostColumns)];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = _reader.GetString(i);
            cells[i] = text.Length == 0 ? SourceCell.Blank : new(text, CellKind.Text);
        }

        return cells;
    }
}

/// <summary>The mark that stands in the most of the first lines equally often; a comma in an address does not.</summary>
internal static class Separator
{
    private const int Sample = 64 * 1024;

    /// <summary>Also how many bytes Excel's own hint, a first line "sep=;", takes.</summary>
    public static (char Separator, int Skip) Of(Stream utf8)
    {
        var bytes = new byte[Sample];
        var text = bytes.AsSpan(0, utf8.ReadAtLeast(bytes, Sample, throwOnEndOfStream: false));
        if (text.StartsWith("sep="u8) && text.Length > 5 && text[5] is (byte)'\r' or (byte)'\n') return ((char)text[4], text.Length > 6 && text[6] == '\n' ? 7 : 6);
        var (best, score) = (',', (Lines: 0, Times: 0));
        foreach (var candidate in ",;\t")
        {
            var counted = Regularity(text, (byte)candidate);
            if (counted.CompareTo(score) > 0) (best, score) = (candidate, counted);
        }

        return (best, 0);
    }

    private static (int Lines, int Times) Regularity(ReadOnlySpan<byte> text, byte separator)
    {
        var lines = new Dictionary<int, int>();
        var (count, quoted) = (0, false);
        foreach (var b in text)
        {
            if (b == '"') quoted = !quoted;
            else if (b == separator && !quoted) count++;
            else if (b == '\n')
            {
                if (count > 0) lines[count] = lines.GetValueOrDefault(count) + 1;
                (count, quoted) = (0, false);
            }
        }

        if (count > 0) lines[count] = lines.GetValueOrDefault(count) + 1;
        return lines.Count == 0 ? (0, 0) : lines.Select(l => (l.Value, l.Key)).Max();
    }
}
