using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TkpkPortal.Core.Imports.Reading;

internal enum CellLook
{
    Plain,
    Header,

    /// <summary>Coloured: look here.</summary>
    Wrong,

    /// <summary>Breaks its lines.</summary>
    Note,
}

internal readonly record struct WrittenCell(string Text, CellLook Look = CellLook.Plain);

/// <param name="Name">At most 31 characters, as Excel wants.</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">The first one stays in view while the others scroll.</param>
internal sealed record WrittenSheet(string Name, IReadOnlyList<int> Widths, IEnumerable<IReadOnlyList<WrittenCell>> Rows);

/// <summary>
/// Writes a workbook row by row, so that memory stays flat. Every cell is a text and formatted as one: Excel neither reckons with it nor cuts a NIK typed into it,
/// and a name that begins with = stays a name.
/// </summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = true };

    public static void Write(Stream output, params IReadOnlyList<WrittenSheet> sheets)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", x => ContentTypes(x, sheets.Count));
        Part(zip, "_rels/.rels", x => Relations(x, [($"{Office}/officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", x => Book(x, sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", x => Relations(x, [.. sheets.Select((_, i) => ($"{Office}/worksheet", $"worksheets/sheet{i + 1}.xml")), ($"{Office}/styles", "styles.xml")]));
        Part(zip, "xl/styles.xml", x => x.WriteRaw(Styles));
        for (var i = 0; i < sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", x => Sheet(x, sheets[i]));
    }

    /// <summary>A name Excel takes for a sheet.</summary>
    public static string SheetName(string name)
    {
        var tidy = new string([.. name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']') && c >= ' ')]).Trim('\'', ' ');
        return tidy.Length == 0 ? "Data" : CellText.Cut(tidy, 31);
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), Settings);
        xml.WriteStartDocument(true);
        write(xml);
    }

    private static void Sheet(XmlWriter xml, WrittenSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < sheet.Widths.Count; i++)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{sheet.Widths[i]}\" style=\"0\" customWidth=\"1\"/>"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        var letters = new List<string>();
        var number = 0;
        foreach (var row in sheet.Rows)
        {
            number++;
            var text = number.ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", text);
            for (var i = 0; i < row.Count; i++)
            {
                while (letters.Count <= i) letters.Add(ColumnLetter.Of(letters.Count));
                if (row[i].Text.Length > 0 || row[i].Look == CellLook.Wrong) Cell(xml, letters[i] + text, row[i]);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string reference, WrittenCell cell)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", ((int)cell.Look).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Writable(cell.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What XML cannot hold as it is goes in as Excel writes it: _x0001_.</summary>
    private static string Writable(string text)
    {
        if (text.Length > RichText.Longest) text = CellText.Cut(text, RichText.Longest);
        var plain = !text.Contains("_x", StringComparison.Ordinal);
        for (var i = 0; plain && i < text.Length; i++) plain = XmlConvert.IsXmlChar(text[i]) && text[i] != '\r';
        if (plain) return text;
        var built = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) built.Append(text[i]).Append(text[++i]);
            else if (text[i] == '_' && i + 1 < text.Length && text[i + 1] == 'x') built.Append("_x005F_");
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r') built.Append(text[i]);
            else built.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
        }

        return built.ToString();
    }

    private static void Book(XmlWriter xml, IReadOnlyList<WrittenSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(sheets[i].Name));
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", Office, string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Relations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Package);
        for (var i = 0; i < relations.Count; i++)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteAttributeString("Type", relations[i].Type);
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteStartElement("Types", types);
        xml.WriteRaw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        xml.WriteRaw($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}styles+xml\"/>");
        for (var i = 1; i <= sheets; i++)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{kind}worksheet+xml\"/>"));
        xml.WriteEndElement();
    }

    /// <summary>In the order of <see cref="CellLook"/>; format 49 is text.</summary>
    private const string Styles =
        $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFE7EBF0"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="1" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>
        <xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;
}
