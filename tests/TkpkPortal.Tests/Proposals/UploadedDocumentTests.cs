using SkiaSharp;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Tests.Proposals;

public sealed class UploadedDocumentTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Every_kind_of_picture_becomes_a_jpeg_of_at_most_1600_pixels(SKEncodedImageFormat format)
    {
        var document = await UploadedDocument.ReadPictureAsync(PhotoFiles.Picture(2400, 1200, format), null, CancellationToken.None);

        Assert.Equal((UploadedDocument.Jpeg, ".jpg", false), (document.ContentType, document.Ending, document.IsPdf));
        Assert.True(document.Content.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]));
        using var drawn = PhotoFiles.Decode(document.Content);
        Assert.Equal((1600, 800), (drawn.Width, drawn.Height));
        Assert.Equal("RGBY", Corners(drawn));
    }

    /// <summary>Corners of the stored picture as they should be seen: the eight values of EXIF.</summary>
    [Theory]
    [InlineData(1, "RGBY")]
    [InlineData(2, "GRYB")]
    [InlineData(3, "YBGR")]
    [InlineData(4, "BYRG")]
    [InlineData(5, "RBGY")]
    [InlineData(6, "BRYG")]
    [InlineData(7, "YGBR")]
    [InlineData(8, "GYRB")]
    public async Task A_picture_stands_upright_however_the_camera_was_held(int orientation, string corners)
    {
        var document = await UploadedDocument.ReadPictureAsync(PhotoFiles.Phone(orientation, 2000, 1000), null, CancellationToken.None);

        using var drawn = PhotoFiles.Decode(document.Content);
        Assert.Equal(orientation < 5 ? (1600, 800) : (800, 1600), (drawn.Width, drawn.Height));
        Assert.Equal(corners, Corners(drawn));
    }

    [Fact]
    public async Task Nothing_the_camera_wrote_is_kept_and_the_place_is_told_apart()
    {
        var sent = PhotoFiles.Phone();
        Assert.True(PhotoFiles.Holds(sent, "Exif") && PhotoFiles.Holds(sent, PhotoFiles.Camera));

        var document = await UploadedDocument.ReadPictureAsync(sent, null, CancellationToken.None);

        Assert.Equal("-5.00833,104.06", document.Location);
        Assert.All(new[] { "Exif", PhotoFiles.Camera, "ICC_PROFILE", "http" }, word => Assert.False(PhotoFiles.Holds(document.Content, word), word));
        Assert.Null((await UploadedDocument.ReadPictureAsync(PhotoFiles.Picture(), null, CancellationToken.None)).Location);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_by_its_content()
    {
        (byte[] Sent, Rule Rule)[] refused =
        [
            ([], UploadRules.Empty), ([.. "<script>alert(1)</script>"u8], UploadRules.NotPicture), ([.. "GIF89a"u8, .. new byte[40]], UploadRules.NotPicture), (PhotoFiles.Pdf(), UploadRules.NotPicture),
            ([.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], UploadRules.NotPicture), (PhotoFiles.Heic(), UploadRules.Heic), (PhotoFiles.Bomb(), UploadRules.TooManyPixels),
            (PhotoFiles.Picture()[..600], UploadRules.Damaged), ([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50]], UploadRules.Damaged),
            ([.. PhotoFiles.Picture(), .. new byte[UploadRules.PictureBytes]], UploadRules.PictureTooLarge),
        ];
        foreach (var (sent, rule) in refused)
        {
            var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => UploadedDocument.ReadPictureAsync(sent, "Upload", CancellationToken.None));
            Assert.Equal((rule, "Upload"), (broken.Rule, broken.Field));
        }
    }

    [Fact]
    public async Task A_bomb_is_refused_before_memory_is_taken_for_it()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Assert.ThrowsAsync<RuleBrokenException>(() => UploadedDocument.ReadPictureAsync(PhotoFiles.Bomb(), null, CancellationToken.None));
        Assert.InRange(Environment.WorkingSet, 0, 2L * 1024 * 1024 * 1024);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public async Task A_scanned_paper_may_be_a_pdf_of_five_megabytes_and_stays_as_it_is()
    {
        var pdf = PhotoFiles.Pdf();
        var document = await UploadedDocument.ReadAsync(pdf, null, CancellationToken.None);
        Assert.Equal((UploadedDocument.Pdf, ".pdf", true), (document.ContentType, document.Ending, document.IsPdf));
        Assert.Equal(pdf, document.Content);
        Assert.Equal(UploadedDocument.Jpeg, (await UploadedDocument.ReadAsync(PhotoFiles.Picture(), null, CancellationToken.None)).ContentType);

        Assert.Equal(UploadRules.PdfTooLarge, (await Assert.ThrowsAsync<RuleBrokenException>(() => UploadedDocument.ReadAsync(PhotoFiles.Pdf(UploadRules.PdfBytes + 1), null, CancellationToken.None))).Rule);
        Assert.Equal(UploadRules.NotDocument, (await Assert.ThrowsAsync<RuleBrokenException>(() => UploadedDocument.ReadAsync([.. "PK\u0003\u0004"u8, .. new byte[40]], null, CancellationToken.None))).Rule);
    }

    private static string Corners(SKBitmap drawn)
    {
        int x = drawn.Width / 8, y = drawn.Height / 8;
        return string.Concat(Letter(drawn.GetPixel(x, y)), Letter(drawn.GetPixel(drawn.Width - x, y)), Letter(drawn.GetPixel(x, drawn.Height - y)), Letter(drawn.GetPixel(drawn.Width - x, drawn.Height - y)));
    }

    private static char Letter(SKColor colour) => (colour.Red > 150, colour.Green > 150, colour.Blue > 150) switch
    {
        (true, false, false) => 'R',
        (false, true, false) => 'G',
        (false, false, true) => 'B',
        (true, true, false) => 'Y',
        _ => '?',
    };
}
