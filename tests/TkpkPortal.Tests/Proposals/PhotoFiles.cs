using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Files as phones, scanners and strangers send them.</summary>
internal static class PhotoFiles
{
    public const string Camera = "KameraRahasia";

    /// <summary>Four quarters: red, green, blue, yellow from the top left, by rows.</summary>
    public static byte[] Picture(int width = 640, int height = 480, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        float x = width / 2f, y = height / 2f;
        (float Left, float Top, SKColor Colour)[] quarters = [(0, 0, SKColors.Red), (x, 0, SKColors.Lime), (0, y, SKColors.Blue), (x, y, SKColors.Yellow)];
        foreach (var (left, top, colour) in quarters)
        {
            using var paint = new SKPaint();
            paint.Color = colour;
            surface.Canvas.DrawRect(left, top, x, y, paint);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A JPEG that says how the camera was held, which camera it was, and that it stood at 5°0'30" S, 104°3'36" E.</summary>
    public static byte[] Phone(int orientation = 1, int width = 640, int height = 480)
    {
        var (jpeg, exif) = (Picture(width, height), Exif(orientation));
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A few kilobytes that announce 60,000 by 60,000 pixels.</summary>
    public static byte[] Bomb()
    {
        var jpeg = Picture(64, 64);
        var frame = Enumerable.Range(0, jpeg.Length - 1).First(i => jpeg[i] == 0xFF && jpeg[i + 1] is 0xC0 or 0xC2);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 60_000);
        return jpeg;
    }

    public static byte[] Heic() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[400]];

    public static byte[] Pdf(int length = 400) => [.. "%PDF-1.7\n"u8, .. new byte[length - 9]];

    public static SKBitmap Decode(byte[] picture) => SKBitmap.Decode(picture);

    public static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    /// <summary>TIFF in little-endian order: one directory, and one of GPS.</summary>
    private static byte[] Exif(int orientation)
    {
        const int first = 8, gps = first + 2 + (3 * 12) + 4, make = gps + 2 + (4 * 12) + 4, latitude = make + 14, longitude = latitude + 24;
        var tiff = new List<byte> { (byte)'I', (byte)'I', 42, 0, first, 0, 0, 0 };
        Count(tiff, 3);
        Entry(tiff, 0x010F, 2, 14, make);
        Entry(tiff, 0x0112, 3, 1, orientation);
        Entry(tiff, 0x8825, 4, 1, gps);
        Number(tiff, 0);
        Count(tiff, 4);
        Entry(tiff, 1, 2, 2, 'S');
        Entry(tiff, 2, 5, 3, latitude);
        Entry(tiff, 3, 2, 2, 'E');
        Entry(tiff, 4, 5, 3, longitude);
        Number(tiff, 0);
        tiff.AddRange([.. Encoding.ASCII.GetBytes(Camera), 0]);
        foreach (var part in new[] { 5, 1, 0, 1, 30, 1, 104, 1, 3, 1, 36, 1 }) Number(tiff, part);
        return [.. "Exif\0\0"u8, .. tiff];
    }

    private static void Entry(List<byte> tiff, int tag, int type, int count, int value)
    {
        Count(tiff, tag);
        Count(tiff, type);
        Number(tiff, count);
        Number(tiff, value);
    }

    private static void Count(List<byte> tiff, int value) => tiff.AddRange([(byte)value, (byte)(value >> 8)]);

    private static void Number(List<byte> tiff, int value) => tiff.AddRange([(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)]);
}
