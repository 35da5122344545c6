using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed record SignatoryView(Guid Id, string Office, string Prefix, string Name, string Rank, string Nip, SignatoryPlace Place, bool IsActive, uint Version);

/// <summary>Who may sign papers: the active ones for a paper, all of them for the settings page.</summary>
public sealed class SignatoriesQuery(TkpkDbContext db)
{
    private static readonly Expression<Func<Signatory, SignatoryView>> View =
        s => new(s.Id, s.Office, s.Prefix, s.Name, s.Rank, s.Nip, s.Place, s.IsActive, s.Version);

    public Task<List<SignatoryView>> RunAsync(CancellationToken ct) => db.Signatories.AsNoTracking()
        .Where(s => s.IsActive)
        .OrderBy(s => s.Office).ThenBy(s => s.Id)
        .Select(View)
        .ToListAsync(ct);

    public Task<PagedList<SignatoryView>> ListAsync(int page, CancellationToken ct) => db.Signatories.AsNoTracking()
        .OrderByDescending(s => s.IsActive).ThenBy(s => s.Office).ThenBy(s => s.Id)
        .Select(View)
        .ToPagedListAsync(page, ct);

    public async Task<SignatoryView> OneAsync(Guid id, CancellationToken ct) =>
        await db.Signatories.AsNoTracking().Where(s => s.Id == id).Select(View).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
}
