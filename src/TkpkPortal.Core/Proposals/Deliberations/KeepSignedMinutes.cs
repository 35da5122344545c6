using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>Keeps the signed minutes with the attendance list, or the SPTJM: a PDF, or a photo drawn anew. A later copy takes the place of an earlier one.</summary>
public sealed class KeepSignedMinutes(TkpkDbContext db, StoreFile storeFile)
{
    /// <summary>Refused: MSD-01, FOT-01, FOT-02, FOT-04 to FOT-08.</summary>
    /// <param name="field">The form's field, for the sentence.</param>
    public async Task RunAsync(Guid id, byte[] content, string field, uint version, CancellationToken ct)
    {
        var document = await UploadedDocument.ReadAsync(content, field, ct);
        await db.WriteDeliberationAsync(
            id,
            version,
            async deliberation =>
            {
                // The name says what it is and nothing about the desa: names end in file lists.
                var name = deliberation.Form == DeliberationForm.Statement ? "sptjm-bertanda-tangan" : "berita-acara-bertanda-tangan";
                var file = await storeFile.RunAsync(name + document.Ending, document.ContentType, document.Content, ct);
                deliberation.KeepSigned(file.Id);
                return file.Id;
            },
            ct);
    }
}
