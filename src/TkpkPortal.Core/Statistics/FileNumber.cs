using System.Globalization;
using System.Text.RegularExpressions;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

/// <summary>
/// Numbers of files, where point and comma both occur as decimal sign: "11,59", "11.59", "1.234,5", "1,234.5", "533.535" for a whole-number indicator.
/// One point before exactly three digits may be thousands or decimals; it is refused unless the indicator's decimals decide.
/// </summary>
internal static partial class FileNumber
{
    /// <returns>What is wrong, or null.</returns>
    public static RuleBrokenException? Read(string text, int decimals, out decimal value)
    {
        value = 0;
        var tidy = Gaps().Replace(text.Replace('\u2212', '-'), "").TrimEnd('%');
        if (!Shape().IsMatch(tidy)) return new(StatisticsRules.ValueUnreadable, null, text);
        var lastPoint = tidy.LastIndexOf('.');
        var lastComma = tidy.LastIndexOf(',');
        var (points, commas) = (tidy.Count(c => c == '.'), tidy.Count(c => c == ','));
        if (points == 1 && commas == 0 && IsThreeDigitTail(tidy, lastPoint) && decimals is > 0 and < 3)
            return new(StatisticsRules.ValueAmbiguous, null, text, tidy.Remove(lastPoint, 1), tidy.Replace('.', ','));
        var thousands = points == 1 && commas == 0 && IsThreeDigitTail(tidy, lastPoint) && decimals == 0;
        char? decimalSign = (points, commas) switch
        {
            ( > 0, > 0) => lastPoint > lastComma ? '.' : ',',
            (1, 0) => thousands ? null : '.',
            (0, 1) => ',',
            _ => null,
        };
        var whole = decimalSign is { } sign ? tidy[..tidy.LastIndexOf(sign)] : tidy;
        if (!Grouped().IsMatch(whole)) return new(StatisticsRules.ValueUnreadable, null, text);
        var machine = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + (decimalSign is { } s ? "." + tidy[(tidy.LastIndexOf(s) + 1)..] : "");
        return decimal.TryParse(machine, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? null : new(StatisticsRules.ValueUnreadable, null, text);
    }

    private static bool IsThreeDigitTail(string text, int point) => text.Length - point - 1 == 3 && text[..point].TrimStart('-') is { Length: >= 1 and <= 3 } head && head != "0";

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^-?[0-9][0-9.,]*\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}(,[0-9]{3})+)\z")]
    private static partial Regex Grouped();
}
