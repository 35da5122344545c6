using System.Globalization;

namespace TkpkPortal.Core.Common;

public static partial class Indonesian
{
    /// <summary>The read-only id-ID culture of the portal: decimal comma, dot between thousands, "Rp1.250.000", Indonesian day and month names.</summary>
    public static CultureInfo Culture { get; } = Pin();

    private static CultureInfo Pin()
    {
        CultureInfo culture;
        try
        {
            culture = new CultureInfo("id-ID", useUserOverride: false);
        }
        catch (CultureNotFoundException)
        {
            // A host without ICU knows the invariant culture only; everything that shows is set below.
            culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        }

        culture.NumberFormat = PinnedNumbers();
        culture.DateTimeFormat = PinnedDates();
        return CultureInfo.ReadOnly(culture);
    }

    private static NumberFormatInfo PinnedNumbers()
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberDecimalSeparator = format.CurrencyDecimalSeparator = format.PercentDecimalSeparator = ",";
        format.NumberGroupSeparator = format.CurrencyGroupSeparator = format.PercentGroupSeparator = ".";
        format.CurrencySymbol = "Rp";
        format.CurrencyPositivePattern = 0;
        format.CurrencyNegativePattern = 1;
        format.CurrencyDecimalDigits = 0;
        format.PercentPositivePattern = 0;
        format.PercentNegativePattern = 0;
        return format;
    }

    private static DateTimeFormatInfo PinnedDates()
    {
        var format = (DateTimeFormatInfo)CultureInfo.InvariantCulture.DateTimeFormat.Clone();
        format.DayNames = DayNames;
        format.AbbreviatedDayNames = ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"];
        format.ShortestDayNames = ["Mg", "Sn", "Sl", "Rb", "Km", "Jm", "Sb"];
        format.MonthNames = format.MonthGenitiveNames = [.. MonthNames, ""];
        format.AbbreviatedMonthNames = format.AbbreviatedMonthGenitiveNames = [.. ShortMonthNames, ""];
        format.FirstDayOfWeek = DayOfWeek.Monday;
        format.DateSeparator = "/";
        format.TimeSeparator = ".";
        format.ShortDatePattern = "dd/MM/yyyy";
        format.LongDatePattern = "dddd, d MMMM yyyy";
        format.ShortTimePattern = "HH.mm";
        format.LongTimePattern = "HH.mm.ss";
        format.FullDateTimePattern = "dddd, d MMMM yyyy HH.mm.ss";
        format.MonthDayPattern = "d MMMM";
        format.YearMonthPattern = "MMMM yyyy";
        return format;
    }
}
