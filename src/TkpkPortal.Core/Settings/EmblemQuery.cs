using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Settings;

/// <summary>The emblem for the screen and for papers; null until one is uploaded.</summary>
public sealed class EmblemQuery(TkpkDbContext db, ReadFile readFile)
{
    public async Task<FileContent?> RunAsync(CancellationToken ct) =>
        await db.Settings.AsNoTracking().Select(s => s.EmblemFileId).SingleAsync(ct) is { } id ? await readFile.RunAsync(id, ct) : null;
}
