using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Files;

public sealed record FileContent(string Name, string ContentType, byte[] Content);

/// <summary>Opens a stored file. Whoever calls has checked that the actor may see what the file belongs to.</summary>
public sealed class ReadFile(TkpkDbContext db, FieldCipher cipher)
{
    public async Task<FileContent> RunAsync(Guid id, CancellationToken ct)
    {
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new RecordNotFoundException();
        return new(file.Name, file.ContentType, cipher.OpenBytes(file.SealedContent, file.Id));
    }
}
