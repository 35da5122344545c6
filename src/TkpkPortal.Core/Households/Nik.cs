using System.Text.RegularExpressions;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>
/// Nomor Induk Kependudukan, 16 digits: area of first registration 6, DDMMYY (day + 40 for women), sequence from 0001. It never changes, whatever its holder does.
/// Source: Dukcapil, arti 16 digit NIK. There is no check digit.
/// </summary>
public readonly partial record struct Nik
{
    private Nik(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Forgives spaces, dots and dashes. Errors: IDN-01 to IDN-04.</summary>
    /// <exception cref="RuleBrokenException">The number cannot be a NIK.</exception>
    public static Nik Parse(string text, string? field = null)
    {
        var digits = Clean(text);
        if (!Sixteen().IsMatch(digits)) throw new RuleBrokenException(HouseholdRules.NikLength, field, digits.Length);
        var day = int.Parse(digits[6..8], System.Globalization.CultureInfo.InvariantCulture);
        if (day is not ((>= 1 and <= 31) or (>= 41 and <= 71))) throw new RuleBrokenException(HouseholdRules.NikDay, field);
        if (int.Parse(digits[8..10], System.Globalization.CultureInfo.InvariantCulture) is < 1 or > 12) throw new RuleBrokenException(HouseholdRules.NikMonth, field);
        if (digits[12..] == "0000") throw new RuleBrokenException(HouseholdRules.NikSequence, field);
        return new(digits);
    }

    internal static string Clean(string text) => string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\u00a0' or '\u200e' or '\u200f' or '\'')));

    /// <summary>All that may be shown: the province and nothing more (the middle digits are the birth date and sex).</summary>
    public static string Mask(string digits) => digits[..2] + new string('\u2022', digits.Length - 2);

    public override string ToString() => Mask(Digits);

    [GeneratedRegex(@"^\d{16}$")]
    private static partial Regex Sixteen();
}

/// <summary>Nomor Kartu Keluarga, 16 digits: area 6, issue date DDMMYY, sequence 4.</summary>
public readonly partial record struct FamilyCardNumber
{
    private FamilyCardNumber(string digits) => Digits = digits;

    public string Digits { get; }

    /// <exception cref="RuleBrokenException">IDN-05: not 16 digits.</exception>
    public static FamilyCardNumber Parse(string text, string? field = null)
    {
        var digits = Nik.Clean(text);
        if (!Sixteen().IsMatch(digits)) throw new RuleBrokenException(HouseholdRules.CardLength, field, digits.Length);
        return new(digits);
    }

    public override string ToString() => Nik.Mask(Digits);

    [GeneratedRegex(@"^\d{16}$")]
    private static partial Regex Sixteen();
}
