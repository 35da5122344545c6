using System.Text;
using CsvHelper;

namespace TkpkPortal.Core.Common;

/// <summary>A CSV file as staff save it: comma, semicolon or tab; UTF-8 with or without BOM, UTF-16 with BOM, or Windows-1252; any order and case of columns.</summary>
public sealed class CsvTable
{
    public const long LargestFile = 50 * 1024 * 1024;

    private readonly Dictionary<string, int> _columns;

    private CsvTable(IReadOnlyList<string> headers, IReadOnlyList<CsvLine> lines)
    {
        Headers = headers;
        Lines = lines;
        _columns = headers.Select((h, i) => (Key: KeyOf(h), Index: i)).DistinctBy(h => h.Key).ToDictionary(h => h.Key, h => h.Index);
    }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<CsvLine> Lines { get; }

    /// <exception cref="RuleBrokenException">CSV-01 to CSV-04: nothing of the file can be used.</exception>
    public static async Task<CsvTable> ReadAsync(Stream stream, CancellationToken ct, params string[] required)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, ct);
        if (memory.Length == 0) throw new RuleBrokenException(CsvRules.Empty);
        if (memory.Length > LargestFile) throw new RuleBrokenException(CsvRules.TooLarge);
        var bytes = memory.ToArray();
        if (bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith("\xD0\xCF\x11\xE0"u8)) throw new RuleBrokenException(CsvRules.IsWorkbook);
        using var reader = CsvReader.FromText(Decode(bytes), new CsvReaderOptions { TrackLineNumbers = true, TrimWhitespace = true, AllowLineBreaksInQuotes = false });
        reader.ReadHeader();
        var headers = reader.Headers.ToList();
        var lines = new List<CsvLine>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, Math.Max(reader.FieldCount, headers.Count)).Select(i => i < reader.FieldCount ? reader.GetString(i).Trim() : "").ToArray();
            if (cells.Any(c => c.Length > 0)) lines.Add(new(reader.LineNumber, cells));
        }

        var table = new CsvTable(headers, lines);
        var missing = required.Where(r => !table._columns.ContainsKey(KeyOf(r))).ToList();
        if (missing.Count > 0) throw new RuleBrokenException(CsvRules.ColumnMissing, null, string.Join(", ", missing), string.Join(", ", headers));
        return lines.Count > 0 ? table : throw new RuleBrokenException(CsvRules.HeaderOnly);
    }

    /// <summary>The trimmed cell, or an empty text where the file has no such column.</summary>
    public string Cell(CsvLine line, string column) => _columns.TryGetValue(KeyOf(column), out var index) && index < line.Cells.Count ? line.Cells[index] : "";

    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static string KeyOf(string header) => header.Trim().Trim('\uFEFF').Replace(' ', '_').ToLowerInvariant();
}

/// <summary>One data row; <see cref="Row"/> is its line in the file, the header being 1.</summary>
public sealed record CsvLine(long Row, IReadOnlyList<string> Cells);

public static class CsvRules
{
    public static readonly Rule Empty = new("CSV-01", "Berkas kosong. Pilih berkas CSV yang berisi data.");
    public static readonly Rule HeaderOnly = new("CSV-02", "Berkas hanya berisi baris judul. Tambahkan baris data di bawahnya.");
    public static readonly Rule ColumnMissing = new("CSV-03", "Kolom {0} tidak ada. Kolom yang terbaca: {1}. Perbaiki baris judul, lalu unggah lagi.");
    public static readonly Rule TooLarge = new("CSV-04", "Berkas lebih besar dari 50 MB. Bagi menjadi beberapa berkas.");
    public static readonly Rule IsWorkbook = new("CSV-05", "Berkas ini buku kerja Excel, bukan CSV. Di Excel pilih Simpan Sebagai, lalu CSV UTF-8.");
}
