using System.Globalization;
using System.Text;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Frees a cell's text of what cannot be seen: no-break spaces, direction marks, zero-width characters, Excel's leading apostrophe, line breaks.</summary>
internal static class CellText
{
    /// <summary>Beyond this no cell means anything; it is never cleaned or compared.</summary>
    public const int Longest = 1_000;

    /// <summary>Enough of a cell to be a header or to be shown.</summary>
    public static string Short(string text) => Cut(text, 100);

    /// <summary>The first characters, never half of one.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    /// <summary>Same text, trimmed, words one space apart. Emoji and other pictures are taken out and told.</summary>
    public static string Clean(string text, out bool symbols)
    {
        symbols = false;
        return IsClean(text) ? text : Rebuild(text, out symbols);
    }

    private static bool IsClean(string text)
    {
        if (text.Length == 0) return true;
        if (text[0] is ' ' or '\'' || text[^1] == ' ') return false;
        var before = 'x';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && before == ' ')) return false;
            before = c;
        }

        return true;
    }

    private static string Rebuild(string text, out bool symbols)
    {
        symbols = false;
        var built = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (built.Length > 0 && built[^1] != ' ') built.Append(' ');
                    break;
                case UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    symbols = true;
                    break;
                case UnicodeCategory.ModifierSymbol when rune.Value > 0xFFFF:
                    symbols = true;
                    break;
                default:
                    if (rune.Value is not (>= 0xFE00 and <= 0xFE0F or 0x20E3 or 0xFFFD)) built.Append(rune.ToString());
                    else symbols |= rune.Value == 0xFFFD;
                    break;
            }
        }

        var start = 0;
        while (start < built.Length && built[start] is '\'' or '\u2019' or '\u2018' or '`' or ' ') start++;
        return built.ToString(start, built.Length - start).TrimEnd().Normalize(NormalizationForm.FormC);
    }
}
