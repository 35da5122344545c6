using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Tests.Common;

public sealed class IndonesianTests
{
    [Theory]
    [InlineData("1234567.891", 2, "1.234.567,89")]
    [InlineData("0.125", 2, "0,13")]
    [InlineData("-0.125", 2, "-0,13")]
    [InlineData("-0.001", 2, "0,00")]
    [InlineData("999.995", 2, "1.000,00")]
    [InlineData("36", 0, "36")]
    public void A_number_has_a_decimal_comma_and_dots(string value, int decimals, string expected) =>
        Assert.Equal(expected, Indonesian.Number(Parse(value), decimals));

    [Theory]
    [InlineData("3.20", "3,2")]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    [InlineData("1200.005", "1.200,01")]
    public void A_trimmed_number_has_no_trailing_zero(string value, string expected) =>
        Assert.Equal(expected, Indonesian.NumberTrimmed(Parse(value)));

    [Theory]
    [InlineData("1250000", "Rp1.250.000")]
    [InlineData("0", "Rp0")]
    [InlineData("-5000", "-Rp5.000")]
    [InlineData("-0.4", "Rp0")]
    [InlineData("612340.5", "Rp612.341")]
    public void Rupiah_stands_against_the_number(string value, string expected) => Assert.Equal(expected, Indonesian.Rupiah(Parse(value)));

    [Theory]
    [InlineData("142640000000", "Rp142,64 miliar")]
    [InlineData("3200000", "Rp3,2 juta")]
    [InlineData("1250000000000", "Rp1,25 triliun")]
    [InlineData("1000000", "Rp1 juta")]
    [InlineData("999999", "Rp999.999")]
    [InlineData("999999.7", "Rp1 juta")]
    [InlineData("999999999", "Rp1 miliar")]
    [InlineData("999994999", "Rp999,99 juta")]
    [InlineData("12345000000000000", "Rp12.345 triliun")]
    [InlineData("-3200000", "-Rp3,2 juta")]
    [InlineData("0", "Rp0")]
    public void Short_rupiah_takes_the_largest_fitting_unit(string value, string expected) =>
        Assert.Equal(expected, Indonesian.RupiahShort(Parse(value)));

    [Fact]
    public void Rates_and_changes_read_as_officials_write_them()
    {
        Assert.Equal("11,61 %", Indonesian.Percent(11.61m));
        Assert.Equal("87,4 %", Indonesian.Percent(87.4m, 1));
        Assert.Equal("11,20 persen", Indonesian.PercentWords(11.2m));
        Assert.Equal("-0,39 poin", Indonesian.Points(-0.39m));
        Assert.Equal("turun 0,39 poin", Indonesian.PointsChange(11.20m - 11.59m));
        Assert.Equal("naik 0,20 poin", Indonesian.PointsChange(0.2m));
        Assert.Equal("tetap", Indonesian.PointsChange(0m));
        Assert.Equal("tetap", Indonesian.PointsChange(-0.001m));
        Assert.Equal("naik 250 jiwa", Indonesian.Change(36_620m - 36_370m, d => Indonesian.Count(d, "jiwa")));
    }

    [Fact]
    public void Dates_carry_Indonesian_names()
    {
        var rakor = new DateOnly(2019, 8, 20);
        Assert.Equal("20 Agustus 2019", Indonesian.LongDate(rakor));
        Assert.Equal("Selasa, 20 Agustus 2019", Indonesian.DayDate(rakor));
        Assert.Equal("12 Mar 2026", Indonesian.ShortDate(new DateOnly(2026, 3, 12)));
        Assert.Equal("5 Agu 2026", Indonesian.ShortDate(new DateOnly(2026, 8, 5)));
        Assert.Equal("Maret 2026", Indonesian.MonthYear(new DateOnly(2026, 3, 12)));
        Assert.Equal("pukul 09.00 WIB", Indonesian.Time(new TimeOnly(9, 0), Indonesian.ZoneName("Asia/Jakarta")));
        Assert.Equal("pukul 23.59 WIT", Indonesian.Time(new TimeOnly(23, 59), Indonesian.ZoneName("Asia/Jayapura")));
        Assert.Equal("11 Maret 2026 pukul 16.20 WITA", Indonesian.LongDateTime(new DateTime(2026, 3, 11, 16, 20, 0), Indonesian.ZoneName("Asia/Makassar")));
    }

    [Fact]
    public void Every_weekday_has_its_name() =>
        Assert.Equal(
            ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
            Enumerable.Range(0, 7).Select(day => Indonesian.DayDate(new DateOnly(2026, 3, 9).AddDays(day)).Split(',')[0]));

    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(9, "IX")]
    [InlineData(14, "XIV")]
    [InlineData(2026, "MMXXVI")]
    public void Roman_numerals_are_right(int value, string expected) => Assert.Equal(expected, Indonesian.Roman(value));

    [Fact]
    public void A_quarter_is_one_of_four()
    {
        Assert.Equal("triwulan III", Indonesian.Quarter(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indonesian.Quarter(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indonesian.Quarter(5));
    }

    [Theory]
    [InlineData(0, "nol")]
    [InlineData(1, "satu")]
    [InlineData(10, "sepuluh")]
    [InlineData(11, "sebelas")]
    [InlineData(12, "dua belas")]
    [InlineData(19, "sembilan belas")]
    [InlineData(20, "dua puluh")]
    [InlineData(38, "tiga puluh delapan")]
    [InlineData(100, "seratus")]
    [InlineData(101, "seratus satu")]
    [InlineData(111, "seratus sebelas")]
    [InlineData(200, "dua ratus")]
    [InlineData(999, "sembilan ratus sembilan puluh sembilan")]
    [InlineData(1000, "seribu")]
    [InlineData(1001, "seribu satu")]
    [InlineData(1100, "seribu seratus")]
    [InlineData(2000, "dua ribu")]
    [InlineData(2019, "dua ribu sembilan belas")]
    [InlineData(11000, "sebelas ribu")]
    [InlineData(21000, "dua puluh satu ribu")]
    [InlineData(100000, "seratus ribu")]
    [InlineData(101000, "seratus satu ribu")]
    [InlineData(1000000, "satu juta")]
    [InlineData(1001000, "satu juta seribu")]
    [InlineData(1250000, "satu juta dua ratus lima puluh ribu")]
    [InlineData(1000000000, "satu miliar")]
    [InlineData(142640000000, "seratus empat puluh dua miliar enam ratus empat puluh juta")]
    [InlineData(1000000000000, "satu triliun")]
    [InlineData(999000000001000, "sembilan ratus sembilan puluh sembilan triliun seribu")]
    [InlineData(-1250, "minus seribu dua ratus lima puluh")]
    public void A_number_is_spelled_out(long value, string expected) => Assert.Equal(expected, Indonesian.Spell(value));

    [Fact]
    public void The_smallest_number_is_spelled_out_too() => Assert.StartsWith("minus sembilan kuintiliun", Indonesian.Spell(long.MinValue), StringComparison.Ordinal);

    [Theory]
    [InlineData("1250000", "satu juta dua ratus lima puluh ribu rupiah")]
    [InlineData("0", "nol rupiah")]
    [InlineData("1000.50", "seribu rupiah lima puluh sen")]
    [InlineData("-5000", "minus lima ribu rupiah")]
    [InlineData("0.999", "satu rupiah")]
    public void Money_is_spelled_out(string value, string expected) => Assert.Equal(expected, Indonesian.SpellRupiah(Parse(value)));

    [Fact]
    public void A_count_names_its_noun()
    {
        Assert.Equal("1.522 baris", Indonesian.Count(1522, "baris"));
        Assert.Equal("38 (tiga puluh delapan) orang", Indonesian.CountSpelled(38, "orang"));
    }

    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Nothing_follows_the_culture_of_the_thread(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("1.234,50", Indonesian.Number(1234.5m, 2));
            Assert.Equal("20 Agustus 2019", Indonesian.LongDate(new DateOnly(2019, 8, 20)));
            Assert.Equal("09.05", Indonesian.Clock(new TimeOnly(9, 5)));
            Assert.True(Indonesian.TryParseNumber("-1.234,5", out decimal number));
            Assert.Equal(-1234.5m, number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_pinned_culture_formats_alike_and_cannot_be_changed()
    {
        Assert.True(Indonesian.Culture.IsReadOnly);
        Assert.Equal("1.234,50", 1234.5m.ToString("N2", Indonesian.Culture));
        Assert.Equal("Rp1.250.000", 1250000m.ToString("C", Indonesian.Culture));
        Assert.Equal("-Rp5", (-5m).ToString("C", Indonesian.Culture));
        Assert.Equal("Selasa, 20 Agustus 2019", new DateOnly(2019, 8, 20).ToString("D", Indonesian.Culture));
        Assert.Equal("20/08/2019", new DateOnly(2019, 8, 20).ToString("d", Indonesian.Culture));
        Assert.Equal("09.05", new TimeOnly(9, 5).ToString("t", Indonesian.Culture));
    }

    private static decimal Parse(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
