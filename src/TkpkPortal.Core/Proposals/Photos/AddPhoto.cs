using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Proposals.Photos;

/// <param name="Content">The bytes as they were sent.</param>
/// <param name="KeepLocation">The person wants the place kept that the camera wrote into the photo.</param>
public sealed record NewPhoto(Guid ProposalId, PhotoSubject Subject, byte[] Content, bool KeepLocation);

public sealed class AddPhoto(TkpkDbContext db, FieldCipher cipher, StoreFile storeFile, Actor actor, TimeProvider time)
{
    /// <summary>Returns whether a place was kept. Refused: FOT-01 to FOT-08, FOT-11, FOT-12, USL-02, USL-09.</summary>
    public async Task<bool> RunAsync(NewPhoto added, CancellationToken ct)
    {
        (await ProposalAsync(added.ProposalId, ct)).MustTakePhotosOf(actor);
        var document = added.Subject == PhotoSubject.Statement
            ? await UploadedDocument.ReadAsync(added.Content, "Upload", ct)
            : await UploadedDocument.ReadPictureAsync(added.Content, "Upload", ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockProposalAsync(added.ProposalId, ct);
        (await ProposalAsync(added.ProposalId, ct)).MustTakePhotosOf(actor);
        if (await db.ProposalPhotos.CountAsync(p => p.ProposalId == added.ProposalId, ct) >= PhotoRules.Most) throw new RuleBrokenException(PhotoRules.TooMany);
        // The sender's file name may be a person's name.
        var file = await storeFile.RunAsync(ProposalNames.Of(added.Subject) + document.Ending, document.ContentType, document.Content, ct);
        var photo = new ProposalPhoto(added.ProposalId, added.Subject, file.Id, actor.UserId, time.GetUtcNow());
        var keeps = added.KeepLocation && document.Location is not null;
        if (keeps) photo.KeepLocation(document.Location!, cipher);
        db.ProposalPhotos.Add(photo);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return keeps;
    }

    private async Task<Proposal> ProposalAsync(Guid id, CancellationToken ct) =>
        await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
}

internal static class ProposalLock
{
    /// <summary>Within a transaction: neither a submission nor another photo comes between what is checked now and what is saved. The row's version stays, so nobody's open form is overtaken.</summary>
    public static Task LockProposalAsync(this TkpkDbContext db, Guid proposalId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from proposals where id = {proposalId} for update", ct);
}
