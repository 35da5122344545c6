using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Core.Data;

/// <summary>Brings a database to this version's schema and puts in what every deployment needs.</summary>
public sealed class Migrator(TkpkDatabase database)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = database.Open(Actor.System("Pemasangan"));
        await db.Database.MigrateAsync(ct);
        if (!await db.Settings.AnyAsync(ct)) db.Settings.Add(new PortalSettings());
        if (!await db.Areas.AnyAsync(a => a.Code == AreaCode.NationText, ct)) db.Areas.Add(Area.Nation());
        var known = await db.Indicators.Select(i => i.Code).ToListAsync(ct);
        db.Indicators.AddRange(IndicatorCatalogue.Items.Where(i => !known.Contains(i.Code)).Select(i => new Indicator(i)));
        await db.SaveChangesAsync(ct);
    }
}
