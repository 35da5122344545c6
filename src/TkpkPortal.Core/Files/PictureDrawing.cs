using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using SkiaSharp;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Files;

/// <summary>Draws a picture anew: what is kept was written by us, pixel by pixel, so nothing hidden in the original travels on.</summary>
internal static class PictureDrawing
{
    private const int LongSide = 1600;
    private const int Quality = 80;
    private const int SmallSide = 320;
    private const int SmallQuality = 70;

    /// <summary>50 megapixels take 200 MB while they are drawn.</summary>
    private static readonly SemaphoreSlim Gate = new(2);

    public static async Task<UploadedDocument> DrawAnewAsync(byte[] content, string? field, CancellationToken ct)
    {
        await Gate.WaitAsync(ct);
        try
        {
            return new(UploadedDocument.Jpeg, Draw(content, LongSide, Quality, field), LocationIn(content));
        }
        finally
        {
            Gate.Release();
        }
    }

    public static byte[] Shrink(byte[] jpeg) => Draw(jpeg, SmallSide, SmallQuality, null);

    private static byte[] Draw(byte[] content, int longSide, int quality, string? field)
    {
        using var data = SKData.CreateCopy(content);
        // Reads the head only.
        using var codec = SKCodec.Create(data) ?? throw new RuleBrokenException(UploadRules.Damaged, field);
        var size = codec.Info.Size;
        if ((long)size.Width * size.Height > UploadRules.MostPixels) throw new RuleBrokenException(UploadRules.TooManyPixels, field);
        using var decoded = Decode(codec, longSide) ?? throw new RuleBrokenException(UploadRules.Damaged, field);
        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, longSide / (float)Math.Max(decoded.Width, decoded.Height));
        int width = Math.Max(1, (int)MathF.Round(decoded.Width * scale)), height = Math.Max(1, (int)MathF.Round(decoded.Height * scale));
        // Without a colour space of its own, so that no profile is written either.
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, quality);
        return jpeg.ToArray();
    }

    private static SKBitmap? Decode(SKCodec codec, int longSide)
    {
        // A JPEG can be read at a half, a quarter or an eighth: still no smaller than what is kept.
        var size = codec.Info.Size;
        var wanted = longSide / (float)Math.Max(size.Width, size.Height);
        if (wanted < 1 && codec.GetScaledDimensions(wanted) is { Width: > 0 } scaled && Math.Max(scaled.Width, scaled.Height) >= longSide) size = scaled;
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>The eight ways EXIF says a camera was held (CIPA DC-008, tag 0x0112), as what brings the picture upright.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, height, 1, 0, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, height, -1, 0, width),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, width),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float scaleX, float skewX, float moveX, float skewY, float scaleY, float moveY) => new(scaleX, skewX, moveX, skewY, scaleY, moveY, 0, 0, 1);

    /// <summary>Only the EXIF part is read: phones write JPEG, and the other readers open XML that a stranger wrote.</summary>
    private static string? LocationIn(byte[] content)
    {
        if (content[0] != 0xFF) return null;
        try
        {
            using var stream = new MemoryStream(content);
            var place = JpegMetadataReader.ReadMetadata(stream, [new ExifReader()]).OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation();
            if (place is not { IsZero: false } at || Math.Abs(at.Latitude) > 90 || Math.Abs(at.Longitude) > 180) return null;
            return string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:0.#####},{at.Longitude:0.#####}");
        }
        catch (Exception e) when (e is ImageProcessingException or IOException or ArgumentException)
        {
            return null;
        }
    }
}
