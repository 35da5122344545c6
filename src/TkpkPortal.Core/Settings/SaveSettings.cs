using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

/// <summary>Keeps the deployment's settings; the next page and paper use them.</summary>
public sealed class SaveSettings(TkpkDbContext db, CurrentSettings current)
{
    public async Task RunAsync(SettingsDetails details, uint version, CancellationToken ct)
    {
        var settings = await db.Settings.SingleAsync(ct);
        if (details.RegencyId is { } id && !await db.Areas.AnyAsync(a => a.Id == id && a.Level == AreaLevel.Regency, ct))
            throw new RuleBrokenException(SettingsRules.NotARegency, nameof(PortalSettings.RegencyId));
        db.ExpectVersion(settings, version);
        settings.Correct(details);
        await db.SaveChangesAsync(ct);
        current.Forget();
    }
}
