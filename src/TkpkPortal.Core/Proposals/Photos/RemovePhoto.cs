using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Photos;

/// <summary>Takes a photo away, and its file with it unless something else points to the same content.</summary>
public sealed class RemovePhoto(TkpkDbContext db, Actor actor)
{
    /// <summary>Refused: FOT-11, FOT-13, USL-02, USL-09.</summary>
    public async Task RunAsync(Guid proposalId, Guid photoId, CancellationToken ct)
    {
        if (!await db.Proposals.AnyAsync(p => p.Id == proposalId, ct)) throw new RecordNotFoundException();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockProposalAsync(proposalId, ct);
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == proposalId, ct);
        var photo = await db.ProposalPhotos.SingleOrDefaultAsync(p => p.Id == photoId && p.ProposalId == proposalId, ct) ?? throw new RecordNotFoundException();
        proposal.MustLetGo(photo, actor);
        db.ProposalPhotos.Remove(photo);
        await db.SaveChangesAsync(ct);
        await DropFileAsync(photo.FileId, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>A save within a transaction sets its own savepoint: when a foreign key holds the file, only this part is taken back.</summary>
    private async Task DropFileAsync(Guid fileId, CancellationToken ct)
    {
        db.StoredFiles.Remove(await db.StoredFiles.SingleAsync(f => f.Id == fileId, ct));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            db.ChangeTracker.Clear();
        }
    }
}
