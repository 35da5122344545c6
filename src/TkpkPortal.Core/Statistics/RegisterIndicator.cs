using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

public sealed class RegisterIndicator(TkpkDbContext db)
{
    public async Task<Guid> RunAsync(IndicatorDetails details, CancellationToken ct)
    {
        if (await db.Indicators.AnyAsync(i => i.Code == details.Code, ct)) throw new RuleBrokenException(StatisticsRules.CodeTaken, nameof(Indicator.Code));
        var indicator = new Indicator(details);
        db.Indicators.Add(indicator);
        await db.SaveChangesAsync(ct);
        return indicator.Id;
    }
}
