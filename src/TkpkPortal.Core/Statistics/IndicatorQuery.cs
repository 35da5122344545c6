using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

public sealed record IndicatorView(Guid Id, IndicatorDetails Details, bool IsActive, uint Version);

public sealed class IndicatorQuery(TkpkDbContext db)
{
    public async Task<IndicatorView> RunAsync(Guid id, CancellationToken ct) =>
        await db.Indicators.AsNoTracking().Where(i => i.Id == id)
            .Select(i => new IndicatorView(i.Id, new(i.Code, i.Name, i.Unit, i.Polarity, i.Decimals, i.Source, i.Field, i.Definition), i.IsActive, i.Version))
            .SingleOrDefaultAsync(ct)
        ?? throw new RecordNotFoundException();
}
