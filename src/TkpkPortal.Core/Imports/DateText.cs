using System.Globalization;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>Dates as spreadsheets have them: a day's serial number, 1980-04-05, 05/04/1980, 05-04-1980, 5 April 1980, 05-Apr-80. The day stands before the month. A year alone is no date, though it could be a serial number of 1905.</summary>
internal static class DateText
{
    private static readonly string[][] Months =
    [
        ["jan", "januari", "january"], ["feb", "peb", "februari", "pebruari", "february"], ["mar", "maret", "march"], ["apr", "april"], ["mei", "may"], ["jun", "juni", "june"],
        ["jul", "juli", "july"], ["agu", "agt", "ags", "aug", "agust", "agustus", "august"], ["sep", "sept", "september"], ["okt", "oct", "oktober", "october"],
        ["nov", "nop", "november", "nopember"], ["des", "dec", "desember", "december"],
    ];

    private static readonly Dictionary<string, int> MonthNumbers = Months.SelectMany((names, i) => names.Select(n => (Name: n, Number: i + 1)))
        .ToDictionary(m => m.Name, m => m.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>Years of two digits lie in the past: 80 is 1980, and 26 in 2026 is 2026.</summary>
    public static DateOnly? Read(string text, CellKind kind, DateOnly today)
    {
        if (text.Length is < 4 or > 40) return null;
        if (text.Length == 10 && text[4] == '-' && text[7] == '-') return Day(Digits(text.AsSpan(0, 4)), Digits(text.AsSpan(5, 2)), Digits(text.AsSpan(8, 2)));
        if (text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return Digits(text) is < 0 or (>= 1900 and <= 2100) ? null : DateSerial.ToDate(Digits(text));
        if (kind == CellKind.Number) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) ? DateSerial.ToDate(serial) : null;
        return Parts(WithoutTime(text), today);
    }

    public static string Canonical(string text, DateOnly date) =>
        text.Length == 10 && text[4] == '-' ? text : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parts(ReadOnlySpan<char> text, DateOnly today)
    {
        Span<Range> ranges = stackalloc Range[5];
        var count = text.SplitAny(ranges, "/-. ", StringSplitOptions.RemoveEmptyEntries);
        var first = count == 4 && !char.IsAsciiDigit(text[ranges[0]][0]) ? 1 : 0;
        if (count - first != 3) return null;
        var a = text[ranges[first]];
        var b = text[ranges[first + 1]];
        var c = text[ranges[first + 2]];
        if (a.Length == 4) return Day(Digits(a), Digits(b), Digits(c));
        var month = Digits(b);
        if (month < 0 && !MonthNumbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(b, out month)) return null;
        var year = Digits(c);
        if (c.Length == 2 && year >= 0) year += year <= today.Year % 100 ? today.Year / 100 * 100 : (today.Year / 100 * 100) - 100;
        else if (c.Length != 4) return null;
        return Day(year, month, Digits(a));
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return text;
        var gap = text[..colon].LastIndexOfAny(' ', 'T');
        return gap < 0 ? text : text[..gap];
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1800 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>-1 for what is not one to five digits.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 5) return -1;
        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            number = (number * 10) + c - '0';
        }

        return number;
    }
}
