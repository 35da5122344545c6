using System.Text;

namespace TkpkPortal.Core.Files;

internal enum UploadKind
{
    Other,
    Picture,
    Heic,
    Pdf,
}

/// <summary>Tells a file by its first bytes.</summary>
internal static class UploadKinds
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Brands of the HEIF family of ISO/IEC 23008-12 that phones write.</summary>
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    public static UploadKind Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || content.StartsWith(Png)) return UploadKind.Picture;
        if (content.StartsWith("%PDF-"u8)) return UploadKind.Pdf;
        if (content.Length < 12) return UploadKind.Other;
        if (content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8)) return UploadKind.Picture;
        return content[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(Encoding.ASCII.GetString(content[8..12])) ? UploadKind.Heic : UploadKind.Other;
    }
}
