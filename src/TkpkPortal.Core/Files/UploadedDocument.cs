using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Files;

/// <summary>
/// A photo or scanned paper that somebody sent, told by its content and never by its name. A picture has been drawn anew as a JPEG of at most 1600 pixels:
/// upright, without anything the camera wrote into it. A PDF is as it was sent and is only ever served as an attachment.
/// </summary>
/// <param name="ContentType">"image/jpeg" or "application/pdf".</param>
/// <param name="Content">The bytes to keep, by <see cref="StoreFile"/>.</param>
/// <param name="Location">Where a JPEG says it was taken, in degrees ("-5.01234,104.05678"); null where it says nothing. Keep it only when the person wants it kept.</param>
public sealed record UploadedDocument(string ContentType, byte[] Content, string? Location)
{
    public const string Jpeg = "image/jpeg";
    public const string Pdf = "application/pdf";

    /// <summary>The accept attribute of a box for pictures.</summary>
    public const string AcceptPicture = "image/jpeg,image/png,image/webp";

    /// <summary>The accept attribute of a box for a picture or a PDF.</summary>
    public const string AcceptAny = AcceptPicture + ",application/pdf";

    public bool IsPdf => ContentType == Pdf;

    /// <summary>".jpg" or ".pdf".</summary>
    public string Ending => IsPdf ? ".pdf" : ".jpg";

    /// <summary>A picture only. Refused: FOT-01 to FOT-06.</summary>
    /// <param name="field">The form's field, for the sentence.</param>
    public static Task<UploadedDocument> ReadPictureAsync(byte[] content, string? field, CancellationToken ct) => ReadAsync(content, null, UploadRules.NotPicture, field, ct);

    /// <summary>A picture or a PDF. Refused: FOT-01, FOT-02, FOT-04 to FOT-08.</summary>
    /// <param name="field">The form's field, for the sentence.</param>
    public static Task<UploadedDocument> ReadAsync(byte[] content, string? field, CancellationToken ct) => ReadAsync(content, Pdf, UploadRules.NotDocument, field, ct);

    /// <summary>A picture this class has drawn, at most 320 pixels, for lists on a weak signal.</summary>
    public static byte[] Thumbnail(byte[] jpeg) => PictureDrawing.Shrink(jpeg);

    private static async Task<UploadedDocument> ReadAsync(byte[] content, string? besides, Rule otherwise, string? field, CancellationToken ct)
    {
        if (content.Length == 0) throw new RuleBrokenException(UploadRules.Empty, field);
        switch (UploadKinds.Of(content))
        {
            case UploadKind.Picture:
                if (content.Length > UploadRules.PictureBytes) throw new RuleBrokenException(UploadRules.PictureTooLarge, field);
                return await PictureDrawing.DrawAnewAsync(content, field, ct);
            case UploadKind.Pdf when besides == Pdf:
                if (content.Length > UploadRules.PdfBytes) throw new RuleBrokenException(UploadRules.PdfTooLarge, field);
                return new(Pdf, content, null);
            case UploadKind.Heic:
                throw new RuleBrokenException(UploadRules.Heic, field);
            default:
                throw new RuleBrokenException(otherwise, field);
        }
    }
}
