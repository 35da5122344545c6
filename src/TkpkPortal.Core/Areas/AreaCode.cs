using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace TkpkPortal.Core.Areas;

/// <summary>
/// A Kemendagri area code: province 2 digits, regency 4, district 6, village 10, written 18.04.04.2002.
/// The first of the last four digits tells the kind: 1 kelurahan, 2 desa, 3 desa adat. Nation is written 00. Source: Kepmendagri 300.2.2-2430/2025.
/// </summary>
public readonly partial record struct AreaCode
{
    public const string NationText = "00";

    private AreaCode(string text) => Text = text;

    /// <summary>With points: 18.04.04.2002.</summary>
    public string Text { get; }

    public AreaLevel Level => Text == NationText
        ? AreaLevel.Nation
        : Text.Length switch { 2 => AreaLevel.Province, 5 => AreaLevel.Regency, 8 => AreaLevel.District, _ => AreaLevel.Village };

    /// <summary>Null for the nation.</summary>
    public string? ParentText => Level switch
    {
        AreaLevel.Nation => null,
        AreaLevel.Province => NationText,
        AreaLevel.Regency => Text[..2],
        AreaLevel.District => Text[..5],
        AreaLevel.Village => Text[..8],
        _ => null,
    };

    public VillageKind? Kind => Level == AreaLevel.Village
        ? Text[9] switch { '1' => VillageKind.Kelurahan, '3' => VillageKind.DesaAdat, _ => VillageKind.Desa }
        : null;

    /// <summary>Takes points, spaces and dashes or none: 1804042002, 18.04.04.2002.</summary>
    public static bool TryParse([NotNullWhen(true)] string? input, out AreaCode code)
    {
        code = default;
        var digits = string.Concat((input ?? "").Where(c => c is not ('.' or ' ' or '-' or '\u00a0')));
        if (!Shape().IsMatch(digits)) return false;
        var text = digits.Length switch
        {
            2 => digits,
            4 => $"{digits[..2]}.{digits[2..]}",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..]}",
            _ => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
        };
        code = new(text);
        return true;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"^(\d{2}|\d{4}|\d{6}|\d{10})$")]
    private static partial Regex Shape();
}
