using System.IO.Compression;
using System.Text;

namespace TkpkPortal.Tests.Data.Secrecy;

/// <summary>A search that finds nothing proves something only when it finds what is there.</summary>
public sealed class PlainNumbersTests
{
    private const string Number = "9901014505800007";

    private static readonly byte[] Row = Encoding.UTF8.GetBytes($"Wati Contoh\t{Number}\tJalan Uji 1, baris yang cukup panjang untuk dimampatkan\n");

    public static TheoryData<string, byte[]> Shapes => new()
    {
        { "text", Row },
        { "UTF-16", Encoding.Unicode.GetBytes($"NIK {Number} Contoh") },
        { "UTF-16 the other way", Encoding.BigEndianUnicode.GetBytes($"NIK {Number} Contoh") },
        { "base64", Encoding.UTF8.GetBytes($"isi={Convert.ToBase64String(Row)};") },
        { "base64 of UTF-16", Encoding.UTF8.GetBytes($"{{\"v\":\"{Convert.ToBase64String(Encoding.Unicode.GetBytes(Number))}\"}}") },
        { "hexadecimal", Encoding.UTF8.GetBytes($"x\t\\\\x{Convert.ToHexStringLower(Row)}\n") },
        { "gzip", Packed(s => new GZipStream(s, CompressionMode.Compress), Row) },
        { "zlib", Packed(s => new ZLibStream(s, CompressionMode.Compress), Row) },
        { "brotli", Packed(s => new BrotliStream(s, CompressionMode.Compress), Row) },
        { "zip", Zip(Row) },
        { "a zip in hexadecimal", Encoding.UTF8.GetBytes($"\\x{Convert.ToHexStringLower(Zip(Row))}") },
        { "gzip in base64", Encoding.UTF8.GetBytes(Convert.ToBase64String(Packed(s => new GZipStream(s, CompressionMode.Compress), Row))) },
        { "in fours", Encoding.UTF8.GetBytes("9901 0145 0580 0007") },
        { "with dots", Encoding.UTF8.GetBytes("99.01.01.450580.0007") },
        { "inside a longer number", Encoding.UTF8.GetBytes($"000{Number}111") },
        { "beside letters", Encoding.UTF8.GetBytes($"ab{Number}cd") },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_known_number_is_found(string shape, byte[] content) => Assert.NotEmpty(Search(shape, content, Number));

    [Fact]
    public void A_number_nobody_knows_is_found_too() => Assert.Equal(["row: ...0007"], Search("row", Row));

    [Fact]
    public void Other_long_digits_are_let_pass() =>
        Assert.Empty(Search("dump", Encoding.UTF8.GetBytes("0.1234567890123456 019a1234567890123456abcd 2026-11-24 09:06:36.123456+00 12345678901234567 0000000000000000")));

    private static IReadOnlyCollection<string> Search(string place, byte[] content, params string[] known)
    {
        var numbers = new PlainNumbers(known.ToHashSet());
        numbers.Search(place, content);
        return numbers.Found;
    }

    private static byte[] Packed(Func<Stream, Stream> open, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = open(packed)) stream.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(content);
        }

        return packed.ToArray();
    }
}
