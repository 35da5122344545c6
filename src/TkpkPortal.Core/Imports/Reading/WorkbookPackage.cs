using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>The parts of an XLSX file: sheets, shared texts, cell formats. Everything passes the <see cref="InflateGuard"/>; no part may name an outside entity.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MostParts = 2_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false, CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly InflateGuard _guard;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _targets;

    public WorkbookPackage(Stream content)
    {
        if (PartsOf(content) > MostParts) throw new RuleBrokenException(ImportRules.Inflates);
        content.Position = 0;
        _zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
        _guard = new(content.Length);
        foreach (var entry in _zip.Entries) _parts[entry.FullName.Replace('\\', '/').TrimStart('/')] = entry;
        var book = Relations("", "_rels/.rels").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        if (book is null || !book.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !_parts.ContainsKey(book)) throw new RuleBrokenException(ImportRules.NotAWorkbook);
        var (folder, name) = Split(book);
        var relations = Relations(folder, $"{folder}_rels/{name}.rels").ToList();
        _targets = relations.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Target);
        Sheets = ReadBook(book);
        Texts = Part(relations, "/sharedStrings") is { } texts ? SharedTexts.Read(texts) : new();
        Formats = Part(relations, "/styles") is { } styles ? CellFormats.Read(styles) : new();
    }

    public IReadOnlyList<(string Name, bool Hidden, string Part)> Sheets { get; }

    /// <summary>Days are counted from 1904, as old Macintosh files do.</summary>
    public bool From1904 { get; private set; }

    public SharedTexts Texts { get; }

    public CellFormats Formats { get; }

    public XmlReader Open(string part) => XmlReader.Create(_guard.Watch(_parts[part].Open()), Settings);

    public void Dispose() => _zip.Dispose();

    private List<(string Name, bool Hidden, string Part)> ReadBook(string book)
    {
        var sheets = new List<(string, bool, string)>();
        using var xml = Open(book);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") From1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var (name, hidden) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden");
            if (_targets.TryGetValue(RelationId(xml), out var part) && _parts.ContainsKey(part)) sheets.Add((name, hidden, part));
        }

        return sheets.Count > 0 ? sheets : throw new RuleBrokenException(ImportRules.FileEmpty);
    }

    private static string RelationId(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) return xml.Value;
        }

        return "";
    }

    private XmlReader? Part(List<(string Id, string Type, string Target)> relations, string type) =>
        relations.Where(r => r.Type.EndsWith(type, StringComparison.Ordinal) && _parts.ContainsKey(r.Target)).Select(r => Open(r.Target)).FirstOrDefault();

    private IEnumerable<(string Id, string Type, string Target)> Relations(string folder, string part)
    {
        if (!_parts.ContainsKey(part)) yield break;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var target = (xml.GetAttribute("Target") ?? "").Replace('\\', '/');
            yield return (xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, target));
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        var path = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step is "." or "") continue;
            if (step != "..") path.Add(step);
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }

        return string.Join('/', path);
    }

    private static (string Folder, string Name) Split(string path) => (path[..(path.LastIndexOf('/') + 1)], path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>As the end of the archive states it, so that a directory of millions is not read at all.</summary>
    private static int PartsOf(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, 66 * 1024)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return end < 0 || end + 12 > tail.Length ? throw new InvalidDataException() : BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
    }
}
