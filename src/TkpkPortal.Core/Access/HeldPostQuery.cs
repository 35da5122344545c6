using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record HeldPostView(Guid Id, string Path, DateTimeOffset At, HeldForm Form);

/// <summary>A kept form of the actor's own; null when it was never there, is another's, has gone on or is over an hour old.</summary>
public sealed class HeldPostQuery(TkpkDbContext db, FieldCipher cipher, Actor actor, TimeProvider time)
{
    public async Task<HeldPostView?> RunAsync(Guid id, CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - HeldPost.Kept;
        var post = await db.HeldPosts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.UserId == actor.UserId && p.At > oldest, ct);
        return post is null ? null : new(post.Id, post.Path, post.At, HeldForm.FromBytes(cipher.OpenBytes(post.SealedForm, post.Id)));
    }
}

/// <summary>Deletes a kept form of the actor's own: it went on, or is not wanted.</summary>
public sealed class DropHeldPost(TkpkDbContext db, Actor actor)
{
    public Task RunAsync(Guid id, CancellationToken ct) => db.HeldPosts.Where(p => p.Id == id && p.UserId == actor.UserId).ExecuteDeleteAsync(ct);
}
