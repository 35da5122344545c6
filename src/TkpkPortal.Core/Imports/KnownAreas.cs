using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports;

/// <summary>The desa a file may speak of: those the uploader may see. Found by code, with points or without, or by the names of desa and kecamatan.</summary>
internal sealed class KnownAreas
{
    private const int Remembered = 50_000;

    private readonly Dictionary<string, Place> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(string District, string Village), Place> _byName = [];
    private readonly Dictionary<string, Place?> _asWritten = new(StringComparer.Ordinal);

    public KnownAreas(HouseholdAreas areas)
    {
        foreach (var village in areas.Villages) _byCode[village.Code] = village;
        // Names that two desa of a kecamatan share tell neither.
        foreach (var same in areas.Villages.GroupBy(v => (ImportLayout.KeyOf(areas.DistrictOf(v.Id)?.Name ?? ""), ImportLayout.KeyOf(v.Name))))
        {
            if (same.Count(v => v.IsInForce) == 1) _byName[same.Key] = same.First(v => v.IsInForce);
        }
    }

    /// <summary>The desa of a canonical code, as staged rows carry it.</summary>
    public Place? Find(string code) => _byCode.GetValueOrDefault(code);

    internal Place? ByText(string text)
    {
        if (_asWritten.TryGetValue(text, out var known)) return known;
        var place = AreaCode.TryParse(text, out var code) ? _byCode.GetValueOrDefault(code.Text) : null;
        if (_asWritten.Count < Remembered) _asWritten[text] = place;
        return place;
    }

    internal Place? ByNames(string district, string village) => _byName.GetValueOrDefault((NameKey(district), NameKey(village)));

    private static string NameKey(string name)
    {
        var key = ImportLayout.KeyOf(name);
        foreach (var prefix in new[] { "kecamatan_", "kec_", "desa_", "kelurahan_", "kel_", "pekon_", "nagari_" })
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal)) return key[prefix.Length..];
        }

        return key;
    }
}
