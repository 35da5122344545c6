using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>Corrects what was published for a period. A figure put at the wrong place or period is withdrawn and recorded anew.</summary>
public sealed class CorrectIndicatorValue(TkpkDbContext db, CurrentSettings settings)
{
    public async Task<RecordedValue> RunAsync(Guid id, decimal value, bool isProvisional, string? sourceDocument, uint version, CancellationToken ct)
    {
        var kept = await db.IndicatorValues.SingleOrDefaultAsync(v => v.Id == id, ct) ?? throw new RecordNotFoundException();
        var indicator = await db.Indicators.SingleAsync(i => i.Id == kept.IndicatorId, ct);
        var area = await db.Areas.SingleAsync(a => a.Id == kept.AreaId, ct);
        if (ValueCheck.ProblemOfValue(indicator, value) is { } problem) throw problem;
        db.ExpectVersion(kept, version);
        kept.Label = ValueCheck.Label(indicator, area, kept.Period);
        kept.Set(value, isProvisional, sourceDocument);
        await db.SaveChangesAsync(ct);
        return new(kept.Id, kept.Label, await new EntryWarnings(db, settings).OfAsync(indicator, kept, ct));
    }
}
