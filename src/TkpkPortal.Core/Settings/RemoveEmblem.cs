using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

/// <summary>Takes the emblem off the kop surat; the file itself stays, because the audit trail names it.</summary>
public sealed class RemoveEmblem(TkpkDbContext db, CurrentSettings current)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var settings = await db.Settings.SingleAsync(ct);
        if (settings.EmblemFileId is null) throw new RuleBrokenException(SettingsRules.EmblemMissing);
        settings.EmblemFileId = null;
        await db.SaveChangesAsync(ct);
        current.Forget();
    }
}
