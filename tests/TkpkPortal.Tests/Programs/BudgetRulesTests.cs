using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Tests.Programs;

public sealed class BudgetRulesTests
{
    private static readonly DateOnly Today = new(2025, 8, 20);
    private static readonly BudgetLineDetails Good = new(2025, "1.06.05.2.02.0001", "Pendataan", 1_000m, null, "Keluarga", 10, "keluarga");

    [Theory]
    [InlineData("1.06.05.2.02.0001", true)]
    [InlineData("5.01.03.2.02.04", true)]
    [InlineData("X.XX.01.2.01.0001", true)]
    [InlineData("1.6.5.2.2.1", false)]
    [InlineData("1.06.05.2.02", false)]
    [InlineData("pendataan", false)]
    public void A_sub_activity_code_has_six_parts(string code, bool good) => Assert.Equal(good, ProgramRules.IsSubActivityCode(code));

    [Fact]
    public void A_ceiling_of_nothing_is_refused() => Refused(ProgramRules.CeilingNotPositive, () => Line(Good with { Ceiling = 0 }));

    [Fact]
    public void A_year_beyond_the_next_is_refused() => Refused(ProgramRules.YearOutOfRange, () => Line(Good with { Year = 2027 }));

    [Fact]
    public void A_quarter_that_has_not_begun_takes_no_report() => Refused(ProgramRules.QuarterNotBegun, () => Report(Line(Good), 4, 100));

    [Fact]
    public void More_than_the_ceiling_is_refused_until_the_ceiling_is_revised()
    {
        var line = Line(Good);
        Refused(ProgramRules.AmountAboveCeiling, () => Report(line, 1, 1_500));
        line.Correct(Good with { RevisedCeiling = 2_000 }, Today);
        Report(line, 1, 1_500);
        Refused(ProgramRules.CeilingBelowRealization, () => line.Correct(Good, Today));
        Assert.Equal(2_000, line.CurrentCeiling);
    }

    [Fact]
    public void Amounts_are_cumulative_whatever_quarter_is_corrected()
    {
        var line = Line(Good);
        Report(line, 1, 300);
        Report(line, 3, 700);
        Refused(ProgramRules.AmountBelowEarlier, () => Report(line, 2, 200));
        Refused(ProgramRules.AmountAboveLater, () => Report(line, 2, 800));
        Report(line, 2, 500);
        Assert.Equal([300, 700, 500], line.Realizations.Select(r => r.Amount));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Physical_progress_is_a_percentage(int percent) =>
        Refused(ProgramRules.PhysicalOutOfRange, () => Line(Good).Report(1, new(0, percent, 0, null), "Uji", Today, DateTimeOffset.UnixEpoch));

    [Fact]
    public void The_last_ended_quarter_follows_the_date()
    {
        Assert.Equal((2025, 2), BudgetSummaryQuery.LastEnded(new(2025, 8, 20)));
        Assert.Equal((2025, 4), BudgetSummaryQuery.LastEnded(new(2026, 3, 31)));
        Assert.Equal((2026, 1), BudgetSummaryQuery.LastEnded(new(2026, 4, 1)));
    }

    private static BudgetLine Line(BudgetLineDetails details) => new(Guid.CreateVersion7(), details, Today);

    private static void Report(BudgetLine line, int quarter, decimal amount) => line.Report(quarter, new(amount, 50, 5, null), "Uji", Today, DateTimeOffset.UnixEpoch);

    private static void Refused(Rule rule, Action act) => Assert.Same(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
