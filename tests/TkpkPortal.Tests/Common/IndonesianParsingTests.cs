using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Tests.Common;

public sealed class IndonesianParsingTests
{
    [Theory]
    [InlineData("1250000", "1250000")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("1 250 000", "1250000")]
    [InlineData("1\u00a0250\u202f000", "1250000")]
    [InlineData("  Rp 1.250.000,50 ", "1250000.50")]
    [InlineData("Rp. 1.250", "1250")]
    [InlineData("rp1.250.000,-", "1250000")]
    [InlineData("1.250", "1250")]
    [InlineData("1,250", "1.250")]
    [InlineData("11,61", "11.61")]
    [InlineData("0,5", "0.5")]
    [InlineData("-0,39", "-0.39")]
    [InlineData("\u22120,39", "-0.39")]
    [InlineData("-Rp5.000", "-5000")]
    [InlineData("Rp-5.000", "-5000")]
    [InlineData("007", "7")]
    [InlineData("0", "0")]
    public void Numbers_are_read_as_Indonesians_type_them(string text, string expected)
    {
        Assert.True(Indonesian.TryParseNumber(text, out decimal value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Rp")]
    [InlineData("-")]
    [InlineData("1.5")]
    [InlineData("1.25")]
    [InlineData("0.125")]
    [InlineData("12.5000")]
    [InlineData("1234.567")]
    [InlineData("1.250.00")]
    [InlineData("1.250 000")]
    [InlineData("12 5")]
    [InlineData("1,250,000.00")]
    [InlineData("1,250.00")]
    [InlineData("3,2 M")]
    [InlineData("5 juta")]
    [InlineData("1e5")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("--5")]
    [InlineData("-Rp-5")]
    [InlineData("+5")]
    [InlineData("(5)")]
    [InlineData("NaN")]
    [InlineData("\u0661\u0662\u0663")]
    [InlineData("11,61 %")]
    [InlineData("12\n34,")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("1111111111111111111111111111111111111111111111111111111111111")]
    public void Doubtful_numbers_are_refused(string? text)
    {
        Assert.False(Indonesian.TryParseNumber(text, out decimal value));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("11,61 %", "11.61")]
    [InlineData("11,61%", "11.61")]
    [InlineData("11,61 persen", "11.61")]
    [InlineData("11,61", "11.61")]
    public void A_percentage_may_carry_its_unit(string text, string expected)
    {
        Assert.True(Indonesian.TryParsePercent(text, out decimal value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("11.61")]
    [InlineData("%")]
    [InlineData("Rp11,61")]
    [InlineData("11,61 %%")]
    public void Doubtful_percentages_are_refused(string text) => Assert.False(Indonesian.TryParsePercent(text, out _));

    [Theory]
    [InlineData("20/08/2019")]
    [InlineData("20/8/2019")]
    [InlineData("20-08-2019")]
    [InlineData("20.08.2019")]
    [InlineData("20 / 08 / 2019")]
    [InlineData(" 20 Agustus 2019 ")]
    [InlineData("20 agustus 2019")]
    [InlineData("20 Agu 2019")]
    [InlineData("20 Agt. 2019")]
    [InlineData("Selasa, 20 Agustus 2019")]
    [InlineData("selasa 20 Agustus 2019")]
    [InlineData("2019-08-20")]
    public void Dates_are_read_as_Indonesians_type_them(string text)
    {
        Assert.True(Indonesian.TryParseDate(text, out DateOnly date));
        Assert.Equal(new DateOnly(2019, 8, 20), date);
    }

    [Fact]
    public void Old_spellings_and_leap_days_are_read()
    {
        Assert.True(Indonesian.TryParseDate("29 Pebruari 2024", out DateOnly leap));
        Assert.Equal(new DateOnly(2024, 2, 29), leap);
        Assert.True(Indonesian.TryParseDate("Jum'at, 1 Nopember 2019", out DateOnly friday));
        Assert.Equal(new DateOnly(2019, 11, 1), friday);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("08/20/2019")]
    [InlineData("31/04/2019")]
    [InlineData("29/02/2023")]
    [InlineData("20/08/19")]
    [InlineData("20/08-2019")]
    [InlineData("20/00/2019")]
    [InlineData("00/08/2019")]
    [InlineData("20082019")]
    [InlineData("20 August 2019")]
    [InlineData("Senin, 20 Agustus 2019")]
    [InlineData("20 Agustus 0019")]
    [InlineData("20 Agustus 2019 pagi")]
    [InlineData("2019/08/20")]
    [InlineData("kemarin")]
    public void Doubtful_dates_are_refused(string? text)
    {
        Assert.False(Indonesian.TryParseDate(text, out DateOnly date));
        Assert.Equal(default, date);
    }
}
