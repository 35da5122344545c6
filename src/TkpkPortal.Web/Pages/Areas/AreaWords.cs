using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Pages.Areas;

/// <summary>Names of the levels; district and village are called as this kabupaten calls them.</summary>
public static class AreaWords
{
    public static string Of(AreaLevel level, PortalSettings settings) => level switch
    {
        AreaLevel.Nation => "Negara",
        AreaLevel.Province => "Provinsi",
        AreaLevel.Regency => "Kabupaten atau kota",
        AreaLevel.District => new SettingsView(settings, null).DistrictTitle,
        AreaLevel.Village => new SettingsView(settings, null).VillageTitle,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(AreaRow row, PortalSettings settings) => row.Kind == VillageKind.Kelurahan ? "Kelurahan" : Of(row.Level, settings);
}
