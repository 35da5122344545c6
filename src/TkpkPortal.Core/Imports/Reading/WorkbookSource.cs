using System.Globalization;
using System.Text;
using System.Xml;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>
/// One sheet of a workbook, read forward only. Not through ExcelDataReader: it reads every sheet twice, keeps all shared texts as strings and does not tell formulas.
/// </summary>
internal sealed class WorkbookSource : SourceFile
{
    public const int MostColumns = 16_384;

    private readonly WorkbookPackage _package;
    private readonly string _sheet;
    private readonly XmlReader _xml;
    private readonly StringBuilder _built = new();
    private readonly List<(int From, int To)> _hidden = [];
    private SourceCell[] _cells = new SourceCell[64];

    private WorkbookSource(WorkbookPackage package, string sheet, string part)
    {
        _package = package;
        _sheet = sheet;
        _xml = package.Open(part);
    }

    public override string? SheetName => _sheet;

    /// <summary>The visible sheet that looks most like data; the first one where none does.</summary>
    public static SourceFile Open(Stream content)
    {
        var package = new WorkbookPackage(content);
        var opened = new List<SourceFile>();
        try
        {
            foreach (var (name, hidden, part) in package.Sheets.Take(50))
            {
                if (!hidden && TryOpen(package, name, part) is { } sheet) opened.Add(sheet);
            }

            if (opened.Count == 0) throw new RuleBrokenException(ImportRules.FileEmpty);
            var chosen = (WorkbookSource)opened.MaxBy(s => (Math.Min(s.KnownHeaders, 2), s.KnownHeaders, -opened.IndexOf(s)))!;
            chosen.TellOthers(opened);
            foreach (var other in opened.Where(o => o != chosen)) ((WorkbookSource)other)._xml.Dispose();
            return chosen;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    protected override void DisposeSource()
    {
        _xml.Dispose();
        _package.Dispose();
    }

    protected override IEnumerator<SourceRow> Physical()
    {
        var number = 0;
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "col") NoteHidden();
            if (_xml.LocalName != "row") continue;
            number = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > number ? stated : number + 1;
            yield return new(number, Cells());
        }
    }

    private static SourceFile? TryOpen(WorkbookPackage package, string name, string part)
    {
        var sheet = new WorkbookSource(package, name, part);
        try
        {
            return sheet.Begin();
        }
        catch (RuleBrokenException e) when (e.Rule == ImportRules.FileEmpty)
        {
            sheet._xml.Dispose();
            return null;
        }
    }

    private void TellOthers(List<SourceFile> opened)
    {
        var others = opened.Where(o => o != this).Select(o => $"“{o.SheetName}”").ToList();
        if (others.Count > 0) Tell(ImportRules.OtherSheets, _sheet, string.Join(", ", others));
        var hidden = _hidden.SelectMany(h => Enumerable.Range(h.From, h.To - h.From + 1)).Where(c => c < Headers.Count && Headers[c].Length > 0).ToList();
        if (hidden.Count > 0) Tell(ImportRules.ColumnsHidden, string.Join(", ", hidden.Select(c => $"{ColumnLetter.Of(c)} ({Headers[c]})")));
    }

    private void NoteHidden()
    {
        if (_xml.GetAttribute("hidden") is not ("1" or "true")) return;
        if (int.TryParse(_xml.GetAttribute("min"), out var from) && int.TryParse(_xml.GetAttribute("max"), out var to) && from >= 1 && to <= MostColumns && to >= from)
            _hidden.Add((from - 1, to - 1));
    }

    /// <summary>Reads to the end of the row the reader stands on.</summary>
    private SourceCell[] Cells()
    {
        if (_xml.IsEmptyElement) return [];
        var (depth, column, filled) = (_xml.Depth, -1, 0);
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c") continue;
            column = ColumnOf(_xml.GetAttribute("r"), column + 1);
            var cell = Cell();
            if (cell.Kind == CellKind.Blank || column >= MostColumns) continue;
            if (column >= _cells.Length) Array.Resize(ref _cells, Math.Min(MostColumns, column * 2));
            if (column < filled) continue;
            _cells.AsSpan(filled, column - filled).Fill(SourceCell.Blank);
            _cells[column] = cell;
            filled = column + 1;
        }

        return _cells.AsSpan(0, filled).ToArray();
    }

    private SourceCell Cell()
    {
        if (_xml.IsEmptyElement) return SourceCell.Blank;
        var type = _xml.GetAttribute("t") ?? "n";
        var style = _xml.GetAttribute("s") is { } s && int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var (depth, formula, raw) = (_xml.Depth, false, (string?)null);
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            switch (_xml.LocalName)
            {
                case "f":
                    formula = true;
                    break;
                case "is":
                    raw = RichText.Read(_xml, _built);
                    break;
                case "v":
                    raw = Value(type);
                    break;
            }
        }

        return string.IsNullOrEmpty(raw) ? SourceCell.Blank : Typed(raw, type, style, formula);
    }

    private string? Value(string type)
    {
        if (_xml.IsEmptyElement) return null;
        var (depth, value) = (_xml.Depth, "");
        while (_xml.Read() && _xml.Depth > depth) value = value.Length == 0 ? _xml.Value : value + _xml.Value;
        return type == "str" && value.Contains("_x", StringComparison.Ordinal) ? RichText.Unescape(value) : value;
    }

    private SourceCell Typed(string raw, string type, int style, bool formula) => type switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && _package.Texts[index] is { Length: > 0 } text
            ? new(text, CellKind.Text, formula)
            : SourceCell.Blank,
        "str" or "inlineStr" => new(raw, CellKind.Text, formula),
        "b" => new(raw is "1" or "true" ? "Ya" : "Tidak", CellKind.Boolean, formula),
        "e" => new(raw, CellKind.Error, formula),
        "d" => new(raw.Length > 10 ? raw[..10] : raw, CellKind.Date, formula),
        _ => _package.Formats.IsDate(style) ? CellFormats.DateOf(raw, _package.From1904, formula) : new(Figure(raw), CellKind.Number, formula),
    };

    /// <summary>A whole number without exponent, as people write it.</summary>
    private static string Figure(string raw)
    {
        if (raw.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return raw;
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return raw;
        return Math.Abs(value) < 1e18 && value == Math.Floor(value) ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static int ColumnOf(string? reference, int next)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is >= 'A' and <= 'Z') column = (column * 26) + c - 'A' + 1;
            else break;
            if (column > MostColumns) return MostColumns;
        }

        return column == 0 ? next : column - 1;
    }
}
