using System.Buffers.Binary;
using System.Text;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>What a file is by its first bytes; the name decides only what its text is taken for.</summary>
internal static class FileKind
{
    public const string Workbook = "xlsx";
    public const string Text = "csv";

    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("Encrypt");
    private static readonly byte[] DataSpaces = Encoding.Unicode.GetBytes("DataSpaces");

    /// <exception cref="RuleBrokenException">IMP-01, IMP-03 to IMP-07.</exception>
    public static string Of(Stream content, string fileName)
    {
        if (content.Length > SourceFile.LargestFile) throw new RuleBrokenException(ImportRules.FileTooLarge);
        if (content.Length == 0) throw new RuleBrokenException(ImportRules.FileEmpty);
        var head = Read(content, 0, 4096);
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (head.AsSpan().StartsWith("\xD0\xCF\x11\xE0"u8) || head is [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw new RuleBrokenException(IsEncrypted(content, head) ? ImportRules.Protected : ImportRules.OldWorkbook);
        if (head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..]) return Workbook;
        return extension switch
        {
            ".xlsx" or ".xlsm" => throw new RuleBrokenException(ImportRules.NotAWorkbook),
            ".xls" => throw new RuleBrokenException(ImportRules.OldWorkbook),
            ".csv" or ".txt" or ".tsv" when IsText(head) => Text,
            _ => throw new RuleBrokenException(ImportRules.UnknownKind),
        };
    }

    /// <summary>A protected workbook is an old container around a cipher; its directory names the parts.</summary>
    private static bool IsEncrypted(Stream content, byte[] head)
    {
        if (head.Length < 512) return false;
        var sector = 1L << Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(0x1E)), 12);
        var directory = Read(content, (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(0x30)) + 1) * sector, 4096);
        return directory.AsSpan().IndexOf(Encrypted) >= 0 || directory.AsSpan().IndexOf(DataSpaces) >= 0;
    }

    private static bool IsText(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return true;
        if (head.AsSpan().StartsWith("%PDF"u8)) return false;
        return TextEncoding.Utf16Without(head) is not null || head.AsSpan().IndexOfAnyInRange((byte)0, (byte)8) < 0;
    }

    private static byte[] Read(Stream content, long at, int length)
    {
        if (at >= content.Length) return [];
        content.Position = at;
        var bytes = new byte[length];
        return bytes[..content.ReadAtLeast(bytes, length, throwOnEndOfStream: false)];
    }
}
