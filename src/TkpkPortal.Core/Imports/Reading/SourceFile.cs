using System.Xml;
using CsvHelper;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>
/// An uploaded table, read from top to bottom once and never held as a whole. Finds the row of headers, below titles and blank rows, and leaves out blank rows and a total at the end.
/// </summary>
internal abstract class SourceFile : IDisposable
{
    public const long LargestFile = 200L * 1024 * 1024;
    public const int MostRows = 1_048_576;

    private readonly List<SourceNotice> _notices = [];
    private IEnumerator<SourceRow>? _physical;
    private Queue<SourceRow> _ahead = new();
    private int[] _formulas = [];
    private int _lastNumber;
    private bool _read;

    /// <summary>Null for a CSV.</summary>
    public virtual string? SheetName => null;

    /// <summary>Number of the row of headers, as Excel shows it.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>In the order of the columns, as they stand in the file; "" where a column has none.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>Blank rows between data, a row of column numbers, a total at the end. Complete after <see cref="Rows"/>.</summary>
    public int SkippedRows { get; private set; }

    /// <summary>Complete after <see cref="Rows"/>.</summary>
    public IReadOnlyList<SourceNotice> Notices => _notices;

    /// <summary>How much the row of headers looks like one; tells the sheet with the data from a cover sheet.</summary>
    internal int KnownHeaders { get; private set; }

    /// <summary>The stream must be seekable and stays open.</summary>
    /// <exception cref="RuleBrokenException">IMP-01 to IMP-10: the file cannot be used.</exception>
    public static SourceFile Open(Stream content, string fileName)
    {
        SourceFile? opened = null;
        try
        {
            opened = FileKind.Of(content, fileName) == FileKind.Workbook ? WorkbookSource.Open(content) : new CsvSource(content).Begin();
            return opened;
        }
        catch (Exception e) when (IsDamage(e))
        {
            opened?.Dispose();
            throw new RuleBrokenException(ImportRules.FileDamaged, null, 1);
        }
    }

    /// <summary>May be enumerated once.</summary>
    /// <exception cref="RuleBrokenException">IMP-02, IMP-08, IMP-09, IMP-10: found out only while reading.</exception>
    public IEnumerable<SourceRow> Rows()
    {
        if (_read) throw new InvalidOperationException("The rows of a file are read once; open it again.");
        _read = true;
        var held = new List<SourceRow>();
        var any = false;
        while (Next() is { } row)
        {
            if (held.Count > 0 ? TrailingRows.IsBelowTotal(row, Headers.Count) : TrailingRows.IsTotal(row))
            {
                held.Add(row);
                if (held.Count < TrailingRows.Most) continue;
            }

            foreach (var kept in held) yield return Counted(kept);
            if (held.Count == 0 || held[^1].Number != row.Number) yield return Counted(row);
            any = true;
            held.Clear();
        }

        if (!any) throw new RuleBrokenException(ImportRules.HeaderOnly);
        SkippedRows += held.Count;
        TellFormulas();
    }

    public void Dispose()
    {
        _physical?.Dispose();
        DisposeSource();
    }

    /// <summary>Every row that stands in the file, with its number.</summary>
    protected abstract IEnumerator<SourceRow> Physical();

    protected virtual void DisposeSource()
    {
    }

    internal void Tell(Rule rule, params object[] places) => _notices.Add(SourceNotice.Of(rule, places));

    /// <summary>Reads up to the row of headers.</summary>
    internal SourceFile Begin()
    {
        _physical = Physical();
        var first = new List<SourceRow>();
        while (first.Count < HeaderSearch.Rows && Step() is { } row)
        {
            if (Filled(row) > 0) first.Add(row);
        }

        if (first.Count == 0) throw new RuleBrokenException(ImportRules.FileEmpty);
        var (at, known) = HeaderSearch.In(first);
        KnownHeaders = known;
        TakeHeader(first[at]);
        if (at > 0) Tell(ImportRules.RowsAboveHeader, HeaderRow, Indonesian.Count(at, "baris"));
        if (at + 1 < first.Count && HeaderSearch.IsColumnNumbers(first[at + 1])) (at, SkippedRows) = (at + 1, 1);
        _lastNumber = first[at].Number;
        _ahead = new(first.Skip(at + 1));
        return this;
    }

    private void TakeHeader(SourceRow row)
    {
        HeaderRow = row.Number;
        var headers = row.Cells.Select(c => CellText.Clean(c.Text, out _)).ToList();
        while (headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
        // Without a row of headers the first row of data stands here, numbers and all.
        Headers = [.. headers.Select(CellMask.Of)];
        _formulas = new int[headers.Count];
    }

    /// <summary>The next row with anything in it.</summary>
    private SourceRow? Next()
    {
        while (_ahead.Count > 0 || _physical is not null)
        {
            if ((_ahead.Count > 0 ? _ahead.Dequeue() : Step()) is not { } row) return null;
            if (Filled(row) == 0) continue;
            SkippedRows += row.Number - _lastNumber - 1;
            _lastNumber = row.Number;
            return row;
        }

        return null;
    }

    private SourceRow? Step()
    {
        try
        {
            if (!_physical!.MoveNext()) return null;
            var row = _physical.Current;
            return row.Number <= MostRows ? row : throw new RuleBrokenException(ImportRules.TooManyRows);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new RuleBrokenException(ImportRules.FileDamaged, null, _lastNumber + 1);
        }
    }

    private SourceRow Counted(SourceRow row)
    {
        var most = Math.Min(row.Cells.Length, _formulas.Length);
        for (var i = 0; i < most; i++)
        {
            if (row.Cells[i].IsFormula) _formulas[i]++;
        }

        return row;
    }

    private void TellFormulas()
    {
        for (var i = 0; i < _formulas.Length; i++)
        {
            if (_formulas[i] > 0) Tell(ImportRules.FormulasUsed, $"{ColumnLetter.Of(i)} ({Headers[i]})", Indonesian.Count(_formulas[i], "sel"));
        }
    }

    internal static int Filled(SourceRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind != CellKind.Blank && !string.IsNullOrWhiteSpace(cell.Text)) filled++;
        }

        return filled;
    }

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or EndOfStreamException or CsvFormatException or FormatException or OverflowException or NotSupportedException or ArgumentException;
}
