using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>Hands out the signed copy, and writes down who took it.</summary>
public sealed class OpenSignedMinutes(TkpkDbContext db, ReadFile readFile, AuditTrail trail)
{
    public async Task<FileContent> RunAsync(Guid id, CancellationToken ct)
    {
        var found = await db.VillageDeliberations.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.SignedFileId, d.VillageId, d.Form, d.HeldOn }).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        var file = await readFile.RunAsync(found.SignedFileId ?? throw new RecordNotFoundException(), ct);
        trail.Add(db, new(AuditAction.Read, nameof(VillageDeliberation), id, $"Salinan bertanda tangan, {ProposalNames.Of(found.Form)} {Indonesian.LongDate(found.HeldOn)}"), villageId: found.VillageId);
        await db.SaveChangesAsync(ct);
        // The same page kept for two musyawarah is stored once, under the name it first came with.
        return file with { Name = "berita-acara-bertanda-tangan" + Path.GetExtension(file.Name) };
    }
}
