using System.Text;
using CsvHelper;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

/// <summary>One line of an indicator file, as text.</summary>
internal sealed record IndicatorFileRow(
    int Number, string AreaCode, string Year, string Indicator, string Value, string Month, string Breakdown, string Provisional, string Source, IReadOnlyList<string> Cells);

/// <summary>
/// A CSV of figures: kode_wilayah, tahun, indikator, nilai, and if wanted bulan, rincian, sementara, sumber; columns in any order and case.
/// Comma, semicolon or tab; UTF-8 with or without its mark, UTF-16 with it, else Windows-1252, as Excel saves it.
/// </summary>
internal sealed class IndicatorFile
{
    public const int MegabyteLimit = 5;

    private static readonly string[] Required = ["kode_wilayah", "tahun", "indikator", "nilai"];

    private readonly string[] _header;
    private readonly char _separator;

    private IndicatorFile(string[] header, char separator, IReadOnlyList<IndicatorFileRow> rows) => (_header, _separator, Rows) = (header, separator, rows);

    public IReadOnlyList<IndicatorFileRow> Rows { get; }

    /// <exception cref="RuleBrokenException">The file as a whole cannot be used.</exception>
    public static async Task<IndicatorFile> ReadAsync(Stream file, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        if (memory.Length > MegabyteLimit * 1024 * 1024) throw new RuleBrokenException(StatisticsRules.FileTooBig, null, MegabyteLimit);
        return Parse(Decode(memory.ToArray()));
    }

    /// <summary>The refused lines as they came, with the column galat: corrected, they can be uploaded again.</summary>
    public byte[] Refused(IReadOnlyList<RowProblem> problems)
    {
        using var memory = new MemoryStream();
        // A cell that begins with = must not run when the file is opened; a minus is an ordinary number here.
        using (var writer = CsvWriter.Create(memory, new CsvWriterOptions { Separator = _separator, WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=@+" }, leaveOpen: true))
        {
            writer.WriteRecord([.. _header, "galat"]);
            foreach (var row in Rows)
            {
                var sentences = problems.Where(p => p.Row == row.Number).Select(p => $"{p.Column}: {p.Sentence}").ToList();
                if (sentences.Count > 0) writer.WriteRecord([.. Enumerable.Range(0, _header.Length).Select(i => row.Cells.ElementAtOrDefault(i) ?? ""), string.Join(" ", sentences)]);
            }
        }

        return memory.ToArray();
    }

    private static IndicatorFile Parse(string text)
    {
        var first = text.Split('\n', 2)[0];
        var separator = first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length > 4 ? first[4] : MostFrequent(first, ';', ',', '\t');
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) text = "\n" + text[first.Length..].TrimStart('\n');
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = separator, HasHeader = false, TrackLineNumbers = true, AllowLineBreaksInQuotes = false, TrimWhitespace = true });
        if (!reader.Read()) throw new RuleBrokenException(StatisticsRules.FileEmpty);
        string[] header = [.. Cells(reader)];
        var places = header.Select((name, at) => (Name: Key(name), At: at)).GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.First().At);
        if (Required.Where(r => !places.ContainsKey(Key(r))).ToList() is { Count: > 0 } missing)
            throw new RuleBrokenException(StatisticsRules.ColumnMissing, null, string.Join(", ", missing));
        var rows = new List<IndicatorFileRow>();
        while (reader.Read())
        {
            List<string> cells = [.. Cells(reader)];
            if (cells.All(c => c.Length == 0)) continue;
            string Of(string column) => places.TryGetValue(Key(column), out var at) && at < cells.Count ? cells[at] : "";
            rows.Add(new((int)reader.LineNumber, Of("kode_wilayah"), Of("tahun"), Of("indikator"), Of("nilai"), Of("bulan"), Of("rincian"), Of("sementara"), Of("sumber"), cells));
        }

        return rows.Count > 0 ? new(header, separator, rows) : throw new RuleBrokenException(StatisticsRules.FileEmpty);
    }

    private static IEnumerable<string> Cells(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim().Trim('\u00a0', '\ufeff'));

    private static char MostFrequent(string line, params char[] separators) => separators.MaxBy(s => line.Count(c => c == s));

    private static string Key(string column) => string.Concat(column.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Decode(byte[] bytes)
    {
        if (bytes.Length == 0) throw new RuleBrokenException(StatisticsRules.FileEmpty);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..] || bytes.Contains((byte)0)) throw new RuleBrokenException(StatisticsRules.FileUnreadable);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
