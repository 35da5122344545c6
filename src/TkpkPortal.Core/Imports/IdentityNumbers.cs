using System.Buffers;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>NIK and KK of a cell: the same rules as <see cref="Nik"/> and <see cref="FamilyCardNumber"/>, told instead of thrown, and what Excel does to such numbers.</summary>
internal static class IdentityNumbers
{
    public const int Length = 16;

    private static readonly SearchValues<char> Mantissa = SearchValues.Create("0123456789.,");
    private static readonly SearchValues<char> Exponent = SearchValues.Create("+0123456789");

    private const char Unsure = '?';

    /// <summary>A number Excel held as a figure, as a text that stays refused until somebody types it anew: as text alone it would pass with a false last digit.</summary>
    public static string ToRetype(string figure) => (figure.Length == Length ? figure[..^1] : figure) + Unsure;

    /// <summary>The 16 digits, or null with the problem told.</summary>
    public static string? Read(string label, bool isNik, string text, CellKind kind, RowProblems problems)
    {
        if (kind is not CellKind.Text)
        {
            problems.Error(ImportRules.NumberAsFigure, label);
            return null;
        }

        if (text.EndsWith(Unsure))
        {
            problems.Error(ImportRules.NumberToRetype, label);
            return null;
        }

        if (IsScientific(text))
        {
            problems.Error(ImportRules.NumberScientific, label, text);
            return null;
        }

        var digits = Digits(text);
        if (digits.Length == Length && digits.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return !isNik || IsPossible(digits, problems) ? digits : null;
        if (digits.Length == Length - 1 && digits.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) problems.Error(ImportRules.NumberFifteen, label);
        else problems.Error(isNik ? HouseholdRules.NikLength : HouseholdRules.CardLength, digits.Length);
        return null;
    }

    public static bool IsFemale(string nik) => nik[6] >= '4';

    private static bool IsPossible(string digits, RowProblems problems)
    {
        var (day, month) = (Two(digits, 6), Two(digits, 8));
        var broken = day is not ((>= 1 and <= 31) or (>= 41 and <= 71)) ? HouseholdRules.NikDay
            : month is < 1 or > 12 ? HouseholdRules.NikMonth
            : digits.AsSpan(12).SequenceEqual("0000") ? HouseholdRules.NikSequence
            : null;
        if (broken is not null) problems.Error(broken);
        return broken is null;
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    private static string Digits(string text) => text.AsSpan().IndexOfAny(" .-'") < 0 ? text : string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\'')));

    /// <summary>1,80404E+15 or 1.80404E+15.</summary>
    private static bool IsScientific(string text)
    {
        var e = text.IndexOfAny(['E', 'e']);
        if (e < 1 || e == text.Length - 1) return false;
        return text.AsSpan(0, e).IndexOfAnyExcept(Mantissa) < 0 && text.AsSpan(e + 1).IndexOfAnyExcept(Exponent) < 0;
    }
}

/// <summary>Warnings where a NIK and the row differ; see <see cref="IdentityWarnings"/>.</summary>
internal sealed class IdentityCheck(ImportLayout layout, string? regencyCode)
{
    private readonly string? _regency = regencyCode?.Replace(".", "", StringComparison.Ordinal);
    private readonly int _nik = layout.IndexOf(FieldKeys.Nik);
    private readonly int _sex = layout.IndexOf(FieldKeys.Sex);
    private readonly int _birth = layout.IndexOf(FieldKeys.BirthDate);
    private readonly int _name = layout.IndexOf(FieldKeys.Name);

    public void Compare(string?[] values, RowProblems problems)
    {
        if (_nik < 0 || values[_nik] is not { Length: IdentityNumbers.Length } nik) return;
        var name = _name >= 0 && values[_name] is { } n && n != StagedRow.Clear ? n : "ini";
        problems.At(_nik, nik);
        if (_sex >= 0 && values[_sex] is { } sex && sex == nameof(Sex.Female) != IdentityNumbers.IsFemale(nik)) problems.Warn(HouseholdRules.NikSexDiffers, name);
        if (_birth >= 0 && values[_birth] is { Length: 10 } birth && !SameDay(birth, nik)) problems.Warn(HouseholdRules.NikBirthDiffers, name);
        if (_regency is not null && !nik.AsSpan(0, 4).SequenceEqual(_regency)) problems.Warn(HouseholdRules.NikAreaForeign, name);
    }

    /// <summary>yyyy-MM-dd against DDMMYY, the day of women plus 40.</summary>
    private static bool SameDay(string birth, string nik) =>
        birth[8] == (nik[6] >= '4' ? (char)(nik[6] - 4) : nik[6]) && birth[9] == nik[7] && birth.AsSpan(5, 2).SequenceEqual(nik.AsSpan(8, 2)) && birth.AsSpan(2, 2).SequenceEqual(nik.AsSpan(10, 2));
}

/// <summary>
/// Excel keeps 15 digits of a number and fills up with 0. Such a file may have been turned to text again, so no cell shows it; but one number in ten ends in 0 by chance.
/// </summary>
internal sealed class DamageWatch
{
    private const int Fewest = 30;
    private const int MostPercent = 40;

    private int _niks;
    private int _cards;
    private int _niksWithZero;
    private int _cardsWithZero;

    public void See(bool isNik, bool isCard, string text)
    {
        if ((!isNik && !isCard) || text.Length != IdentityNumbers.Length) return;
        var zero = text[^1] == '0' ? 1 : 0;
        if (isNik) (_niks, _niksWithZero) = (_niks + 1, _niksWithZero + zero);
        else (_cards, _cardsWithZero) = (_cards + 1, _cardsWithZero + zero);
    }

    /// <exception cref="RuleBrokenException">IMP-12: the file's numbers have lost their last digit.</exception>
    public void MustBeSound()
    {
        Check(_niks, _niksWithZero, "NIK");
        Check(_cards, _cardsWithZero, "nomor KK");
    }

    private static void Check(int all, int zeros, string what)
    {
        if (all >= Fewest && zeros * 100L > all * (long)MostPercent)
            throw new RuleBrokenException(ImportRules.NumbersDamaged, null, Indonesian.Number(zeros), Indonesian.Number(all), what);
    }
}
