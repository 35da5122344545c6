using System.Globalization;

namespace TkpkPortal.Core.Common;

/// <summary>
/// Indonesian numbers, money, dates and words, the same on every host: nothing here depends on the ICU data of the machine.
/// Text for people goes through this class; text for machines (routes, CSV, SVG) uses the invariant culture.
/// </summary>
public static partial class Indonesian
{
    private static readonly string[] MonthNames =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] ShortMonthNames =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    private static readonly string[] DayNames = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly (decimal Size, string Word)[] MoneyUnits =
        [(1_000_000m, "juta"), (1_000_000_000m, "miliar"), (1_000_000_000_000m, "triliun")];

    /// <summary>"1.234,50"; rounds half away from zero, as officials do by hand, and never prints "-0".</summary>
    public static string Number(decimal value, int decimals = 0)
    {
        decimal rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0m : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);
    }

    /// <summary>As <see cref="Number"/>, without trailing zeros: "3,2" and "3", at most <paramref name="decimals"/> decimals.</summary>
    public static string NumberTrimmed(decimal value, int decimals = 2)
    {
        string text = Number(value, decimals);
        return decimals == 0 ? text : text.TrimEnd('0').TrimEnd(',');
    }

    /// <summary>Whole rupiah: "Rp1.250.000", "-Rp5.000".</summary>
    public static string Rupiah(decimal value)
    {
        string text = Number(Math.Abs(value));
        return (value < 0 && text != "0" ? "-Rp" : "Rp") + text;
    }

    /// <summary>For prose and tiles: "Rp142,64 miliar", "Rp3,2 juta", "Rp1,25 triliun"; whole rupiah below one million.</summary>
    public static string RupiahShort(decimal value)
    {
        decimal size = Math.Abs(value);
        if (Math.Round(size, MidpointRounding.AwayFromZero) < 1_000_000m)
            return Rupiah(value);

        // 999,996 juta would print as "Rp1.000 juta", so what rounds up to a thousand moves to the next unit.
        (decimal unit, string word) = MoneyUnits[0];
        foreach ((decimal larger, string largerWord) in MoneyUnits[1..])
        {
            if (Math.Round(size / unit, 2, MidpointRounding.AwayFromZero) >= 1000m)
                (unit, word) = (larger, largerWord);
        }

        return $"{(value < 0 ? "-" : "")}Rp{NumberTrimmed(size / unit)} {word}";
    }

    /// <summary>For tables and tiles: "11,61 %". The value is already a percentage (11.61, not 0.1161).</summary>
    public static string Percent(decimal value, int decimals = 2) => Number(value, decimals) + " %";

    /// <summary>For prose: "11,61 persen".</summary>
    public static string PercentWords(decimal value, int decimals = 2) => Number(value, decimals) + " persen";

    /// <summary>A difference of two percentages with its sign: "-0,39 poin".</summary>
    public static string Points(decimal value, int decimals = 2) => Number(value, decimals) + " poin";

    /// <summary>A change in words: "turun 0,39 poin", "naik 0,20 poin", "tetap".</summary>
    public static string PointsChange(decimal delta, int decimals = 2) => Change(delta, d => Points(d, decimals));

    /// <summary>A change in words with the caller's own unit: <c>Change(250, d => Count(d, "jiwa"))</c> gives "naik 250 jiwa".</summary>
    public static string Change(decimal delta, Func<decimal, string> format)
    {
        ArgumentNullException.ThrowIfNull(format);
        string size = format(Math.Abs(delta));
        return delta == 0 || size == format(0) ? "tetap" : (delta < 0 ? "turun " : "naik ") + size;
    }

    /// <summary>"20 Agustus 2019".</summary>
    public static string LongDate(DateOnly date) => $"{DayOfMonth(date)} {MonthNames[date.Month - 1]} {Year(date)}";

    /// <summary>"Selasa, 20 Agustus 2019".</summary>
    public static string DayDate(DateOnly date) => $"{DayNames[(int)date.DayOfWeek]}, {LongDate(date)}";

    /// <summary>"12 Mar 2026", for narrow columns only.</summary>
    public static string ShortDate(DateOnly date) => $"{DayOfMonth(date)} {ShortMonthNames[date.Month - 1]} {Year(date)}";

    /// <summary>"Maret 2026".</summary>
    public static string MonthYear(DateOnly date) => $"{MonthNames[date.Month - 1]} {Year(date)}";

    /// <summary>"Agustus"; months count from 1.</summary>
    public static string Month(int month) => MonthNames[month - 1];

    /// <summary>"09.00", the clock alone, as official papers write it.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH'.'mm", CultureInfo.InvariantCulture);

    /// <summary>"pukul 09.00 WIB"; <paramref name="zone"/> is WIB, WITA or WIT, see <see cref="ZoneName"/>.</summary>
    public static string Time(TimeOnly time, string zone) => $"pukul {Clock(time)} {zone}".TrimEnd();

    /// <summary>"11 Maret 2026 pukul 16.20 WIB"; <paramref name="local"/> is already in that zone.</summary>
    public static string LongDateTime(DateTime local, string zone) =>
        $"{LongDate(DateOnly.FromDateTime(local))} {Time(TimeOnly.FromDateTime(local), zone)}";

    /// <summary>WIB, WITA or WIT for an IANA time zone id of Indonesia; other ids come back as they are.</summary>
    public static string ZoneName(string ianaId) => ianaId switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => "WIB",
        "Asia/Makassar" => "WITA",
        "Asia/Jayapura" => "WIT",
        _ => ianaId,
    };

    /// <summary>"triwulan III"; quarters count from 1.</summary>
    public static string Quarter(int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return "triwulan " + Roman(quarter);
    }

    /// <summary>"III", "XIV"; 1 to 3999.</summary>
    public static string Roman(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3999);
        (int Size, string Sign)[] signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var roman = new System.Text.StringBuilder();
        foreach ((int size, string sign) in signs)
        {
            for (; value >= size; value -= size)
                roman.Append(sign);
        }

        return roman.ToString();
    }

    /// <summary>As within a sentence: "diverifikasi Dinas Sosial". An abbreviation in front stays: "KTP belum ada".</summary>
    public static string Lowered(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>"alamat", "alamat dan RT", "alamat, RT, dan RW".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        2 => $"{words[0]} dan {words[1]}",
        _ => $"{string.Join(", ", words.Take(words.Count - 1))}, dan {words[^1]}",
    };

    /// <summary>"November dan Desember 2026", "Desember 2026 dan Januari 2027": each year once, after its last month.</summary>
    public static string Months(IReadOnlyList<DateOnly> months) =>
        List([.. months.Select((m, i) => i + 1 < months.Count && months[i + 1].Year == m.Year ? Month(m.Month) : MonthYear(m))]);

    /// <summary>"1.522 baris"; Indonesian nouns have one form.</summary>
    public static string Count(decimal count, string noun) => $"{Number(count)} {noun}";

    /// <summary>For papers: "38 (tiga puluh delapan) orang".</summary>
    public static string CountSpelled(long count, string noun) => $"{Number(count)} ({Spell(count)}) {noun}";

    private static string DayOfMonth(DateOnly date) => date.Day.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
