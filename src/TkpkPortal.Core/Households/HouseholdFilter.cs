using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>What a list of families is narrowed to. Codes of areas, never names of people, so that it may stand in an address.</summary>
public sealed record HouseholdFilter(string? DistrictCode, string? VillageCode, DecileSpan? Deciles, bool OnlyUnreached)
{
    /// <summary>All of these are present.</summary>
    public HouseholdConditions Conditions { get; init; }

    /// <summary>A desa left over from another kecamatan gives way to the kecamatan just chosen.</summary>
    public static HouseholdFilter In(string? districtCode, string? villageCode, DecileSpan? deciles = null, bool onlyUnreached = false)
    {
        var (district, village) = (Blank.ToNull(districtCode), Blank.ToNull(villageCode));
        return new(district, village is not null && (district is null || village.StartsWith(district + ".", StringComparison.Ordinal)) ? village : null, deciles, onlyUnreached);
    }

    /// <summary>The desa it covers. A code outside what the actor may see does not exist.</summary>
    public IReadOnlyList<Place> VillagesIn(HouseholdAreas areas)
    {
        var district = DistrictCode is null ? null : areas.Districts.SingleOrDefault(d => d.Code == DistrictCode) ?? throw new RecordNotFoundException();
        var village = VillageCode is null ? null : areas.Villages.SingleOrDefault(v => v.Code == VillageCode) ?? throw new RecordNotFoundException();
        return [.. areas.Villages.Where(v => (village is null || v.Id == village.Id) && (village is not null || district is null || v.ParentId == district.Id))];
    }
}

/// <summary>Deciles from 1 to 10; 0 to 0 is "unknown", as in <see cref="VillageTally"/>.</summary>
public sealed record DecileSpan(int From, int To)
{
    public static readonly DecileSpan Unknown = new(VillageTally.UnknownDecile, VillageTally.UnknownDecile);

    /// <summary>"3", "1-2" or "tanpa"; anything else is no narrowing at all.</summary>
    public static DecileSpan? Parse(string? text)
    {
        if (text == "tanpa") return Unknown;
        var parts = (text ?? "").Split('-');
        if (parts.Length > 2 || !Read(parts[0], out var from) || !Read(parts[^1], out var to) || from > to) return null;
        return new(from, to);
    }

    public string Text => this == Unknown ? "tanpa" : From == To ? From.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{From}-{To}");

    public string Words => this == Unknown ? "Desil belum diketahui" : From == To ? $"Desil {From}" : $"Desil {From}–{To}";

    /// <summary>A kept plan takes a span with bounds yet unknown for a few rows and fetches all of them; of a list it expects many, and reads them from the index of the page's order.</summary>
    internal List<int> Each => [.. Enumerable.Range(From, To - From + 1)];

    private static bool Read(string text, out int decile) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out decile) && decile is >= 1 and <= 10;
}
