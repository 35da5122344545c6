using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed record RegencyChoice(Guid Id, string Code, string Name);

public sealed record SettingsForm(SettingsDetails Details, uint Version, bool HasEmblem, int ActiveSignatories);

/// <summary>What the settings page shows, straight from the table and not from memory.</summary>
public sealed class SettingsQuery(TkpkDbContext db)
{
    public async Task<SettingsForm> RunAsync(CancellationToken ct)
    {
        var settings = await db.Settings.AsNoTracking().SingleAsync(ct);
        return new(settings.Details(), settings.Version, settings.EmblemFileId is not null, await db.Signatories.CountAsync(s => s.IsActive, ct));
    }

    /// <summary>Every loaded kabupaten and kota (514 in Indonesia), for one select.</summary>
    public Task<List<RegencyChoice>> RegenciesAsync(CancellationToken ct) => db.Areas.AsNoTracking()
        .Where(a => a.Level == AreaLevel.Regency && a.VanishedOn == null)
        .OrderBy(a => a.Code)
        .Select(a => new RegencyChoice(a.Id, a.Code, a.Name))
        .ToListAsync(ct);
}
