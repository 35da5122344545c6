using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Files;

/// <summary>Keeps an uploaded file encrypted. The same content is kept once. The caller has checked what kind of file it is.</summary>
public sealed class StoreFile(TkpkDbContext db, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Adds the file to the context; the caller's SaveChangesAsync keeps it together with what points to it.</summary>
    public async Task<StoredFile> RunAsync(string name, string contentType, byte[] content, CancellationToken ct)
    {
        var digest = SHA256.HashData(content);
        if (await db.StoredFiles.FirstOrDefaultAsync(f => f.Sha256 == digest && f.ContentType == contentType, ct) is { } known) return known;
        var id = Guid.CreateVersion7();
        var file = new StoredFile(name, contentType, digest, cipher.Seal(content, id), content.Length, time.GetUtcNow(), id);
        db.StoredFiles.Add(file);
        return file;
    }
}
