using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>Families an import adds: from its sealed plan while it waits, from the registry once saved.</summary>
public sealed class NewFamiliesQuery(TkpkDbContext db, ImportFamiliesQuery families)
{
    public Task<PagedList<ImportFamily>> RunAsync(Guid id, int page, CancellationToken ct)
    {
        _ = db;
        return families.RunAsync(id, page, ct);
    }
}
