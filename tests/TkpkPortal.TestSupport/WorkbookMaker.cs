using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TkpkPortal.TestSupport;

/// <summary>A formula with the value Excel last reckoned.</summary>
public sealed record FormulaCell(string Formula, object Value);

/// <summary>#N/A and its like.</summary>
public sealed record ErrorCell(string Value);

/// <summary>
/// Makes an XLSX as Excel saves it: shared texts, dates as numbers with a format. Strings are text cells, numbers figures, <see cref="DateOnly"/> dates, null no cell.
/// </summary>
public sealed class WorkbookMaker
{
    private readonly List<(string Name, string Xml, string State)> _sheets = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);

    public bool From1904 { get; init; }

    /// <summary>Texts stand in their cells instead of in the shared list.</summary>
    public bool Inline { get; init; }

    public static byte[] Of(params object?[][] rows) => new WorkbookMaker().Sheet("Sheet1", rows).Save();

    public WorkbookMaker Sheet(string name, object?[][] rows, int[]? hiddenColumns = null, string[]? merged = null, string state = "visible")
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        if (hiddenColumns is { Length: > 0 }) xml.Append("<cols>").AppendJoin("", hiddenColumns.Select(c => $"<col min=\"{c + 1}\" max=\"{c + 1}\" width=\"0\" hidden=\"1\"/>")).Append("</cols>");
        xml.Append("<sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r].Length == 0) continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++) xml.Append(Cell($"{Letters(c)}{r + 1}", rows[r][c]));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merged is { Length: > 0 }) xml.Append("<mergeCells>").AppendJoin("", merged.Select(m => $"<mergeCell ref=\"{m}\"/>")).Append("</mergeCells>");
        _sheets.Add((name, xml.Append("</worksheet>").ToString(), state));
        return this;
    }

    public byte[] Save(params (string Name, string Content)[] others)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, true))
        {
            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{office}\"><workbookPr date1904=\"{(From1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}\">"
                + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId98\" Type=\"{office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId99\" Type=\"{office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
            Part(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy;@\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
            Part(zip, "xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + string.Concat(_texts.Select(t => $"<si><t xml:space=\"preserve\">{t}</t></si>")) + "</sst>");
            for (var i = 0; i < _sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            foreach (var (name, content) in others) Part(zip, name, content);
        }

        return output.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    private string Cell(string at, object? value) => value switch
    {
        null => "",
        string text when Inline => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>",
        string text => $"<c r=\"{at}\" t=\"s\"><v>{Shared(text)}</v></c>",
        bool truth => $"<c r=\"{at}\" t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        DateOnly date => $"<c r=\"{at}\" s=\"{(date.Day % 2) + 1}\"><v>{Serial(date)}</v></c>",
        ErrorCell error => $"<c r=\"{at}\" t=\"e\"><v>{error.Value}</v></c>",
        FormulaCell { Value: string text } formula => $"<c r=\"{at}\" t=\"str\"><f>{Escape(formula.Formula)}</f><v>{Escape(text)}</v></c>",
        FormulaCell formula => $"<c r=\"{at}\"><f>{Escape(formula.Formula)}</f><v>{Convert.ToString(formula.Value, CultureInfo.InvariantCulture)}</v></c>",
        IFormattable number => $"<c r=\"{at}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private int Serial(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (From1904 ? 1462 : 0);

    private int Shared(string text)
    {
        var escaped = Escape(text);
        if (_byText.TryGetValue(escaped, out var index)) return index;
        _texts.Add(escaped);
        return _byText[escaped] = _texts.Count - 1;
    }

    /// <summary>What XML forbids goes in as Excel writes it.</summary>
    private static string Escape(string text)
    {
        var built = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) built.Append(text[i]).Append(text[++i]);
            else if (text[i] == '_' && i + 1 < text.Length && text[i + 1] == 'x') built.Append("_x005F_");
            else if (char.IsSurrogate(text[i]) || text[i] is < ' ' or '\uFFFE' or '\uFFFF') built.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else built.Append(text[i]);
        }

        return SecurityElement.Escape(built.ToString());
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
