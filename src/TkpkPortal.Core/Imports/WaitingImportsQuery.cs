using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

/// <summary>How many imports wait for a person: the number in the menu, so it stands on every page.</summary>
public sealed class WaitingImportsQuery(TkpkDbContext db, KeptViews kept)
{
    public Task<int> RunAsync(CancellationToken ct) =>
        kept.GetAsync((nameof(WaitingImportsQuery), db.Actor.Reach), () => db.ImportBatches.CountAsync(b => ImportListQuery.Waiting.Contains(b.State), ct));
}
