using System.Text;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Access;

/// <summary>
/// What a password must be: 12 to 128 characters of any kind, not one that is guessed first. No composition rules (ASVS 5.0 6.2.5, NIST SP 800-63B):
/// they make people write "Kabupaten2026!", which is refused here.
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    /// <summary>A common word with this many signs around it is still that word.</summary>
    private const int Padding = 8;

    /// <summary>Letters that must be left when names, places and years are taken out.</summary>
    private const int OwnSubstance = 6;

    private static readonly string[] OfficeWords =
    [
        "tkpkportal", "tkpk", "tkpkd", "bappeda", "bapperida", "sekretariat", "kabupaten", "kecamatan", "kelurahan", "pemerintah", "kemiskinan", "penanggulangan",
        "koordinasi", "indonesia", "operator", "pendamping", "pimpinan", "pengguna", "katasandi", "password", "rahasia", "portal", "dinsos", "dinas", "sosial",
        "pemkab", "pemda", "bupati", "wakil", "camat", "admin", "sandi", "kota", "desa",
    ];

    /// <summary>The first rule the password breaks, or null. <paramref name="ownWords"/> are the user's name, user name and our kabupaten.</summary>
    public static Rule? Problem(string password, CommonPasswords common, IEnumerable<string> ownWords)
    {
        var length = password.EnumerateRunes().Count();
        if (length < MinLength) return AccessRules.PasswordTooShort;
        if (length > MaxLength) return AccessRules.PasswordTooLong;
        var folded = password.ToLowerInvariant();
        if (IsCommon(folded, common)) return AccessRules.PasswordCommon;
        return LeftWithout(folded, ownWords) < OwnSubstance ? AccessRules.PasswordFromContext : null;
    }

    private static bool IsCommon(string folded, CommonPasswords common)
    {
        if (common.Contains(folded) || IsRun(folded) || folded.EnumerateRunes().Distinct().Count() < 4) return true;
        var unit = Repeated(folded);
        if (unit is not null && (unit.Length <= 4 || common.Contains(unit.Trim()))) return true;
        var core = folded.AsSpan().TrimStart(NoLetters).TrimEnd(NoLetters).ToString();
        return core.Length > 0 && folded.Length - core.Length <= Padding && common.Contains(core);
    }

    /// <summary>Each character follows the one before by the same step: 123456789012, abcdefghijkl, 987654321098.</summary>
    private static bool IsRun(string text)
    {
        static int Step(char a, char b) => char.IsAsciiDigit(a) && char.IsAsciiDigit(b) ? (b - a + 10) % 10 : b - a;
        var step = Step(text[0], text[1]);
        return Enumerable.Range(1, text.Length - 1).All(i => Step(text[i - 1], text[i]) == step);
    }

    private static string? Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text) return text[..length];
        }

        return null;
    }

    private static int LeftWithout(string folded, IEnumerable<string> ownWords)
    {
        var rest = new StringBuilder(folded);
        var words = ownWords.SelectMany(w => w.ToLowerInvariant().Split((char[])[' ', '.', ',', '-', '_', '@', '\''], StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length >= 3);
        foreach (var word in words.Concat(OfficeWords).OrderByDescending(w => w.Length)) rest.Replace(word, " ");
        for (var year = 1945; year <= 2099; year++) rest.Replace(year.ToString(System.Globalization.CultureInfo.InvariantCulture), " ");
        return rest.ToString().EnumerateRunes().Count(r => Rune.IsLetterOrDigit(r) || (!r.IsAscii && !Rune.IsWhiteSpace(r)));
    }

    private const string NoLetters = "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
}
