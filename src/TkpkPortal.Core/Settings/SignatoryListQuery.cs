using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed record SignatoryView(Guid Id, string Office, string Prefix, string Name, string Rank, string Nip, SignatoryPlace Place, bool IsActive, uint Version);

/// <summary>All who sign or signed papers, for the settings page. A paper asks <see cref="SignatoriesQuery"/>.</summary>
public sealed class SignatoryListQuery(TkpkDbContext db)
{
    private static readonly Expression<Func<Signatory, SignatoryView>> View =
        s => new(s.Id, s.Office, s.Prefix, s.Name, s.Rank, s.Nip, s.Place, s.IsActive, s.Version);

    public Task<PagedList<SignatoryView>> RunAsync(int page, CancellationToken ct) => db.Signatories.AsNoTracking()
        .OrderByDescending(s => s.IsActive).ThenBy(s => s.Office).ThenBy(s => s.Id)
        .Select(View)
        .ToPagedListAsync(page, ct);

    public async Task<SignatoryView> OneAsync(Guid id, CancellationToken ct) =>
        await db.Signatories.AsNoTracking().Where(s => s.Id == id).Select(View).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
}
