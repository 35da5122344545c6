using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

public sealed class CorrectIndicator(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, IndicatorDetails details, uint version, CancellationToken ct)
    {
        var indicator = await db.Indicators.SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new RecordNotFoundException();
        if (await db.Indicators.AnyAsync(i => i.Id != id && i.Code == details.Code, ct)) throw new RuleBrokenException(StatisticsRules.CodeTaken, nameof(Indicator.Code));
        db.ExpectVersion(indicator, version);
        indicator.Correct(details);
        await db.SaveChangesAsync(ct);
    }
}
