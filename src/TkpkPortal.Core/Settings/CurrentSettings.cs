using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

/// <summary>The settings as pages and papers use them. Kept in memory for a few seconds, so that no page pays a query for them.</summary>
public sealed class CurrentSettings(TkpkDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private SettingsView? _view;
    private DateTimeOffset _readAt;

    public string TimeZoneId => _view?.Settings.TimeZoneId ?? KabupatenClock.DefaultZone;

    public async ValueTask<SettingsView> GetAsync(CancellationToken ct)
    {
        var view = _view;
        if (view is not null && time.GetUtcNow() - _readAt < Fresh) return view;
        await using var db = database.Open(Actor.System("Pengaturan"));
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new PortalSettings();
        var regency = settings.RegencyId is { } id ? await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) : null;
        _readAt = time.GetUtcNow();
        return _view = new(settings, regency);
    }

    /// <summary>The next reader sees what was just saved.</summary>
    public void Forget() => _view = null;
}

public sealed record SettingsView(PortalSettings Settings, Area? Regency)
{
    /// <summary>What a desa is called here, to begin a phrase: "Pekon".</summary>
    public string VillageTitle => Capital(Settings.VillageTerm);

    public string DistrictTitle => Capital(Settings.DistrictTerm);

    /// <summary>"Kabupaten Contoh", or a neutral word until our kabupaten is chosen.</summary>
    public string RegencyName => Regency?.Name ?? "Kabupaten belum dipilih";

    private static string Capital(string term) => term.Length == 0 ? term : char.ToUpperInvariant(term[0]) + term[1..];
}
