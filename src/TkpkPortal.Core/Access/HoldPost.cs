using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Keeps a form that arrived after its sign-in had ended, encrypted, for the person who had been signed in.</summary>
public sealed class HoldPost(TkpkDbContext db, FieldCipher cipher, TimeProvider time)
{
    /// <summary>The oldest goes when a sixth comes.</summary>
    public const int MostOfOneUser = 5;

    /// <param name="key">The form's own key: the same form sent twice is kept once, the later one.</param>
    /// <returns>False when the account is no longer active.</returns>
    public async Task<bool> RunAsync(Guid userId, Guid key, string path, HeldForm form, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(u => u.Id == userId && u.IsActive, ct)) return false;
        var (sealedForm, now) = (cipher.Seal(form.ToBytes(), key), time.GetUtcNow());
        var kept = await db.Database.ExecuteSqlAsync(
            $"""
            insert into held_posts (id, user_id, path, sealed_form, at) values ({key}, {userId}, {path}, {sealedForm}, {now})
            on conflict (id) do update set path = excluded.path, sealed_form = excluded.sealed_form, at = excluded.at where held_posts.user_id = excluded.user_id
            """,
            ct);
        await db.HeldPosts.Where(p => p.UserId == userId).OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Skip(MostOfOneUser).ExecuteDeleteAsync(ct);
        return kept > 0;
    }
}
