using System.Globalization;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Tests.Statistics;

public sealed class FileNumberTests
{
    [Theory]
    [InlineData("11,59", 2, "11.59")]
    [InlineData("11.59", 2, "11.59")]
    [InlineData("-0,39", 2, "-0.39")]
    [InlineData(" 36,37 ", 2, "36.37")]
    [InlineData("11,59 %", 2, "11.59")]
    [InlineData("1.234,5", 2, "1234.5")]
    [InlineData("1,234.5", 2, "1234.5")]
    [InlineData("533.535", 0, "533535")]
    [InlineData("533535", 0, "533535")]
    [InlineData("1.234.567", 2, "1234567")]
    [InlineData("0.313", 2, "0.313")]
    [InlineData("1,478", 2, "1.478")]
    [InlineData("12", 2, "12")]
    public void Point_and_comma_are_both_read(string text, int decimals, string expected)
    {
        Assert.Null(FileNumber.Read(text, decimals, out var value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Fact]
    public void What_can_be_read_two_ways_is_refused_with_both_spellings()
    {
        var problem = FileNumber.Read("36.620", 2, out _);

        Assert.Equal(StatisticsRules.ValueAmbiguous, problem!.Rule);
        Assert.Contains("Tulis 36620 bila ribuan, atau 36,620 bila desimal", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n.a.")]
    [InlineData("11,5,9")]
    [InlineData("1.23.456")]
    [InlineData("3,2 juta")]
    [InlineData("1E+05")]
    public void What_is_no_number_is_refused(string text) => Assert.Equal(StatisticsRules.ValueUnreadable, FileNumber.Read(text, 2, out _)!.Rule);
}
