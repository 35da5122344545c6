using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Proposals.Photos;

/// <param name="Location">"-5.01234,104.05678", or null where none was kept.</param>
public sealed record PhotoRow(Guid Id, PhotoSubject Subject, bool IsPdf, long Size, string AddedBy, DateTimeOffset AddedAt, string? Location, bool CanRemove);

public sealed record PhotosView(Guid ProposalId, string Number, ProposalKind Kind, string HeadName, ProposalStage Stage, bool CanAdd, IReadOnlyList<PhotoRow> Photos);

/// <summary>Shows the photos of one proposal to a person, and writes down that this person looked: once for the page, not for each picture.</summary>
public sealed class OpenPhotos(TkpkDbContext db, FieldCipher cipher, AuditTrail trail, Actor actor)
{
    public async Task<PhotosView> RunAsync(Guid proposalId, CancellationToken ct)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposalId, ct) ?? throw new RecordNotFoundException();
        var photos = await db.ProposalPhotos.AsNoTracking().Where(p => p.ProposalId == proposalId).OrderBy(p => p.AddedAt).ThenBy(p => p.Id)
            .Select(p => new
            {
                Photo = p,
                File = db.StoredFiles.Where(f => f.Id == p.FileId).Select(f => new { f.ContentType, f.Size }).Single(),
                AddedBy = db.Users.Where(u => u.Id == p.AddedBy).Select(u => u.FullName).SingleOrDefault(),
            })
            .Take(PhotoRules.Most).ToListAsync(ct);
        trail.Add(db, new(AuditAction.Read, nameof(Proposal), proposal.Id, ((IAudited)proposal).AuditName), "Foto usulan dibuka.", villageId: proposal.VillageId);
        await db.SaveChangesAsync(ct);
        return new(
            proposal.Id, ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.Kind, proposal.HeadName, proposal.Stage,
            photos.Count < PhotoRules.Most && proposal.TakesPhotosOf(actor),
            photos.ConvertAll(p => new PhotoRow(
                p.Photo.Id, p.Photo.Subject, p.File.ContentType == UploadedDocument.Pdf, p.File.Size, p.AddedBy ?? "tidak tercatat", p.Photo.AddedAt,
                p.Photo.LocationCipher is { } location ? cipher.TryOpen(location, p.Photo.Id) : null, proposal.LetsGo(p.Photo, actor))));
    }
}

/// <summary>One picture of a proposal the actor may see.</summary>
public sealed class ReadPhoto(TkpkDbContext db, ReadFile readFile)
{
    /// <param name="small">A picture of at most 320 pixels, for lists on a weak signal.</param>
    public async Task<FileContent> RunAsync(Guid proposalId, Guid photoId, bool small, CancellationToken ct)
    {
        var photo = await db.ProposalPhotos.AsNoTracking().SingleOrDefaultAsync(p => p.Id == photoId && p.ProposalId == proposalId, ct) ?? throw new RecordNotFoundException();
        var file = await readFile.RunAsync(photo.FileId, ct);
        return small && file.ContentType == UploadedDocument.Jpeg ? file with { Content = UploadedDocument.Thumbnail(file.Content) } : file;
    }
}
