using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

public sealed record StagedIndicatorFile(string Name, DateTimeOffset StoredAt, byte[] Content)
{
    public Stream Open() => new MemoryStream(Content, writable: false);
}

public sealed class StagedIndicatorFileQuery(TkpkDbContext db, FieldCipher cipher)
{
    public async Task<StagedIndicatorFile> RunAsync(Guid id, CancellationToken ct)
    {
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.ContentType == StageIndicatorFile.ContentType, ct) ?? throw new RecordNotFoundException();
        return new(file.Name, file.StoredAt, Convert.FromBase64String(cipher.Open(file.SealedContent, file.Id)));
    }
}
