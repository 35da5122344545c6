using SkiaSharp;

namespace TkpkPortal.EndToEndTests;

/// <summary>A house that stands nowhere, for the guide's picture of photos.</summary>
internal static class DrawnHouse
{
    public static byte[] Jpeg()
    {
        using var surface = SKSurface.Create(new SKImageInfo(960, 720));
        var canvas = surface.Canvas;
        canvas.Clear(new SKColor(0xC9, 0xDE, 0xEA));
        Box(0, 520, 960, 200, 0x9C, 0xA8, 0x6B);
        Box(250, 300, 460, 270, 0xD8, 0xC3, 0xA0);
        Box(430, 400, 100, 170, 0x6E, 0x4F, 0x35);
        Box(300, 370, 80, 80, 0x4F, 0x6F, 0x7F);
        Box(580, 370, 80, 80, 0x4F, 0x6F, 0x7F);
        using var roof = SKPath.ParseSvgPathData("M200 310 L480 150 L760 310 Z");
        using var paint = Of(0x8A, 0x3F, 0x2B);
        canvas.DrawPath(roof, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();

        void Box(float left, float top, float width, float height, byte red, byte green, byte blue)
        {
            using var fill = Of(red, green, blue);
            canvas.DrawRect(left, top, width, height, fill);
        }

        static SKPaint Of(byte red, byte green, byte blue) => new() { Color = new SKColor(red, green, blue), IsAntialias = true };
    }
}
