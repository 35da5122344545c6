using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TkpkPortal.Tests.Data.Secrecy;

/// <summary>
/// Looks for numbers of 16 digits in whatever shape bytes may hide them: as text of one or two bytes a letter, in hexadecimal, in base64, packed by gzip, zlib, brotli or zip,
/// and any of these within another. A number of a real family is also found inside a longer run of digits and with blanks, dots or dashes between its digits.
/// </summary>
internal sealed partial class PlainNumbers(IReadOnlySet<string> known)
{
    private const int Deepest = 5;
    private const int Digits = 16;

    private readonly SortedSet<string> _found = [];

    /// <summary>Where, and the last four digits of what.</summary>
    public IReadOnlyCollection<string> Found => _found;

    public void Search(string place, byte[] content) => Search(place, content, 0);

    private void Search(string place, byte[] content, int depth)
    {
        if (content.Length < Digits / 2 || depth > Deepest) return;
        var text = Encoding.Latin1.GetString(content);
        SearchText(place, text);
        if (content.AsSpan().Contains((byte)0))
        {
            // Two bytes a letter: whichever byte carries the digit, dropping the zeros between them leaves the digits in a row.
            SearchText(place + " (UTF-16)", text.Replace("\0", "", StringComparison.Ordinal));
        }

        foreach (var inner in Unpacked(content)) Search(place + " (dibuka)", inner, depth + 1);
        foreach (Match match in Hexadecimal().Matches(text)) Search(place + " (heksa)", Convert.FromHexString(match.Value[..(match.Length & ~1)]), depth + 1);
        foreach (Match match in Base64().Matches(text))
        {
            // The run may begin before the coded part does.
            for (var skip = 0; skip < 4 && skip < match.Length; skip++) SearchDecoded(place, match.Value[skip..], depth);
        }
    }

    private void SearchDecoded(string place, string run, int depth)
    {
        var buffer = new byte[run.Length];
        var whole = (run.Length % 4 == 1 ? run[..^1] : run).Replace('-', '+').Replace('_', '/');
        var even = whole.PadRight((whole.Length + 3) & ~3, '=');
        if (!Convert.TryFromBase64String(even, buffer, out var length)) return;
        var decoded = buffer[..length];
        SearchText(place + " (base64)", Encoding.Latin1.GetString(decoded));
        SearchText(place + " (base64)", Encoding.Latin1.GetString(decoded).Replace("\0", "", StringComparison.Ordinal));
        foreach (var inner in Unpacked(decoded)) Search(place + " (base64)", inner, depth + 1);
    }

    private void SearchText(string place, string text)
    {
        foreach (Match match in Alone().Matches(text)) Tell(place, match.Value);
        foreach (Match match in Run().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            for (var i = 0; i + Digits <= digits.Length; i++)
            {
                if (known.Contains(digits.Substring(i, Digits))) Tell(place, digits.Substring(i, Digits));
            }
        }
    }

    private void Tell(string place, string number)
    {
        // Accounts without a number carry a row of zeros as NIP in the demo's papers.
        if (number.Distinct().Count() > 1) _found.Add($"{place}: ...{number[^4..]}");
    }

    private static IEnumerable<byte[]> Unpacked(byte[] content)
    {
        if (content is [0x1f, 0x8b, ..] && Read(s => new GZipStream(s, CompressionMode.Decompress), content) is { } gzip) yield return gzip;
        if (content is [0x78, ..] && Read(s => new ZLibStream(s, CompressionMode.Decompress), content) is { } zlib) yield return zlib;
        if (content is [0x50, 0x4b, 3, 4, ..])
        {
            foreach (var entry in Entries(content)) yield return entry;
        }
        else if (Read(s => new BrotliStream(s, CompressionMode.Decompress), content) is { Length: > 0 } brotli)
        {
            yield return brotli;
        }
    }

    private static List<byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e =>
        {
            using var content = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(content);
            return content.ToArray();
        })];
    }

    private static byte[]? Read(Func<Stream, Stream> open, byte[] content)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using var stream = open(new MemoryStream(content));
            stream.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>Letters of hexadecimal beside it make it a part of an id or a hash.</summary>
    [GeneratedRegex("(?<![0-9A-Fa-f.])[0-9]{16}(?![0-9A-Fa-f])")]
    private static partial Regex Alone();

    [GeneratedRegex(@"[0-9](?:[ .\-\u00a0]?[0-9]){15,}")]
    private static partial Regex Run();

    [GeneratedRegex("[0-9A-Fa-f]{32,}")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"(?:[A-Za-z0-9+/]{20,}|[A-Za-z0-9_\-]{20,})")]
    private static partial Regex Base64();
}
