using System.Security.Cryptography;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Core.Imports;

/// <summary>Keeps an uploaded file of figures, encrypted, until it is looked at and imported. A file that cannot be used as a whole is refused here.</summary>
public sealed class StageIndicatorFile(TkpkDbContext db, FieldCipher cipher, TimeProvider time)
{
    internal const string ContentType = "text/csv; kind=indicators";

    public async Task<Guid> RunAsync(Stream upload, string fileName, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await upload.CopyToAsync(content, ct);
        content.Position = 0;
        await IndicatorFile.ReadAsync(content, ct);
        var bytes = content.ToArray();
        var id = Guid.CreateVersion7();
        db.StoredFiles.Add(new(fileName, ContentType, SHA256.HashData(bytes), cipher.Seal(Convert.ToBase64String(bytes), id), bytes.Length, time.GetUtcNow(), id));
        await db.SaveChangesAsync(ct);
        return id;
    }
}
