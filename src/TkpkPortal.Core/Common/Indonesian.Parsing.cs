using System.Globalization;
using System.Text.RegularExpressions;

namespace TkpkPortal.Core.Common;

public static partial class Indonesian
{
    private const int LongestInput = 60;

    private static readonly Dictionary<string, int> MonthNumbers = BuildMonthNumbers();

    /// <summary>
    /// Reads a number as an Indonesian types it: "1.250.000", "1250000", "Rp 1.250.000,50", "Rp1.250.000,-", "1 250 000", "-0,39".
    /// Refuses what could mean two things: a dot or space must stand before exactly three digits ("1.5" and "0.125" are refused,
    /// "1.250" is one thousand two hundred and fifty), the comma is the decimal sign ("1,250" is one and a quarter, so echo what was read).
    /// Words and units ("3,2 M", "5 juta") are refused too.
    /// </summary>
    public static bool TryParseNumber(string? text, out decimal value)
    {
        value = 0;
        if (text is null || text.Length > LongestInput)
            return false;

        Match match = NumberShape().Match(Tidy(text));
        if (!match.Success || (match.Groups["before"].Success && match.Groups["after"].Success))
            return false;

        string whole = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        string machine = match.Groups["fraction"].Success ? $"{whole}.{match.Groups["fraction"].Value}" : whole;
        if (!decimal.TryParse(machine, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal size))
            return false;

        value = match.Groups["before"].Success || match.Groups["after"].Success ? -size : size;
        return true;
    }

    /// <summary>As <see cref="TryParseNumber"/>, and forgives "%" or "persen" behind the number; refuses "Rp".</summary>
    public static bool TryParsePercent(string? text, out decimal value)
    {
        value = 0;
        if (text is null || text.Contains("Rp", StringComparison.OrdinalIgnoreCase))
            return false;

        string tidy = Tidy(text);
        foreach (string unit in new[] { "%", "persen" })
        {
            if (tidy.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                return TryParseNumber(tidy[..^unit.Length], out value);
        }

        return TryParseNumber(tidy, out value);
    }

    /// <summary>
    /// Reads "20/08/2019", "20-8-2019", "20.08.2019", "20 Agustus 2019", "Selasa, 20 Agustus 2019", "20 Agu 2019" and "2019-08-20".
    /// The day stands before the month. Refuses two-digit years, years before 1900 and a weekday that is not that date's.
    /// </summary>
    public static bool TryParseDate(string? text, out DateOnly date)
    {
        date = default;
        if (text is null || text.Length > LongestInput)
            return false;

        Match match = DateShape().Match(Tidy(text));
        if (!match.Success || !TryReadMonth(match.Groups["month"].Value, out int month))
            return false;

        int year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        int day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (year < 1900 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        var read = new DateOnly(year, month, day);
        string weekday = match.Groups["weekday"].Value.Replace("'", "", StringComparison.Ordinal);
        if (weekday.Length > 0 && !weekday.Equals(DayNames[(int)read.DayOfWeek], StringComparison.OrdinalIgnoreCase))
            return false;

        date = read;
        return true;
    }

    private static bool TryReadMonth(string text, out int month)
    {
        if (char.IsAsciiDigit(text[0]))
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out month) && month is >= 1 and <= 12;

        return MonthNumbers.TryGetValue(text.TrimEnd('.'), out month);
    }

    // Text copied from a word processor or a spreadsheet carries no-break spaces and the true minus sign.
    private static string Tidy(string text) => AnySpace().Replace(text.Trim(), " ").Replace('\u2212', '-').Replace('\u2013', '-');

    private static Dictionary<string, int> BuildMonthNumbers()
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
        {
            ["Pebruari"] = 2, ["Peb"] = 2, ["Agt"] = 8, ["Ags"] = 8, ["Agust"] = 8, ["Sept"] = 9, ["Nopember"] = 11, ["Nop"] = 11,
        };
        for (int month = 1; month <= 12; month++)
            numbers[MonthNames[month - 1]] = numbers[ShortMonthNames[month - 1]] = month;

        return numbers;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AnySpace();

    [GeneratedRegex(
        @"^(?<before>- ?)?(?:rp\.? ?)?(?<after>- ?)?(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<gap>[. ])[0-9]{3}(?:\k<gap>[0-9]{3})*)(?:,(?:(?<fraction>[0-9]+)|-))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})" +
        @"|(?<day>[0-9]{1,2}) ?(?<mark>[/.-]) ?(?<month>[0-9]{1,2}) ?\k<mark> ?(?<year>[0-9]{4})" +
        @"|(?:(?<weekday>[a-z']+),? )?(?<day>[0-9]{1,2}) (?<month>[a-z]+\.?) (?<year>[0-9]{4}))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateShape();
}
