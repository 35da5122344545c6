using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Tests.Statistics;

public sealed class AnalysesTests
{
    private static IReadOnlyList<Figure> Series(params (int Year, decimal Value)[] figures) => [.. figures.Select(f => new Figure(f.Year, 3, f.Value, false, null))];

    [Fact]
    public void The_implied_population_of_labuhanbatu_selatan_grows_implausibly()
    {
        var step = Assert.Single(ImpliedPopulation.Steps(Series((2015, 11.59m), (2016, 11.20m)), Series((2015, 36.37m), (2016, 36.62m)), 3m));

        Assert.Equal(313_805m, Math.Round(step.Before));
        Assert.Equal(326_964m, Math.Round(step.Now));
        Assert.Equal(4.19m, Math.Round(step.Growth, 2));
        Assert.True(step.IsImplausible);
        Assert.Contains("bertambah 4,2 persen dalam setahun (313,8 menjadi 327,0 ribu jiwa)", step.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_growth_at_the_limit_is_not_doubted_and_one_beyond_it_is_either_way()
    {
        Assert.False(new PopulationStep(2020, 100m, 103m, 3m).IsImplausible);
        Assert.True(new PopulationStep(2020, 100m, 103.01m, 3m).IsImplausible);
        Assert.True(new PopulationStep(2020, 100m, 96.9m, 3m).IsImplausible);
    }

    [Fact]
    public void No_step_is_made_across_a_year_without_both_figures()
    {
        Assert.Empty(ImpliedPopulation.Steps(Series((2015, 11.59m), (2017, 11.20m)), Series((2015, 36.37m), (2016, 40m), (2017, 36.62m)), 3m));
        Assert.Null(ImpliedPopulation.Of(0, 36.37m));
    }

    [Fact]
    public void Rank_counts_from_the_highest_and_ties_share_it()
    {
        Assert.Equal(1, RelativePosition.Among(2024, 12m, [10m, 12m, 11m], null, null, Polarity.HigherIsWorse).Rank);
        Assert.Equal(2, RelativePosition.Among(2024, 11m, [12m, 11m, 11m, 9m], null, null, Polarity.HigherIsWorse).Rank);
        Assert.Equal(4, RelativePosition.Among(2024, 9m, [12m, 11m, 11m, 9m], null, null, Polarity.HigherIsWorse).Rank);
    }

    [Fact]
    public void A_gap_above_zero_is_worse_whatever_the_polarity()
    {
        var poverty = RelativePosition.Among(2024, 10.68m, [10.68m], 10.69m, 9.03m, Polarity.HigherIsWorse);
        var sanitation = RelativePosition.Among(2021, 76.50m, [76.50m], 80m, null, Polarity.HigherIsBetter);

        Assert.Equal((-0.01m, 1.65m), (poverty.GapToProvince, poverty.GapToNation));
        Assert.Equal((3.50m, null), (sanitation.GapToProvince, sanitation.GapToNation));
        Assert.Null(RelativePosition.Among(2024, 500_000m, [], 450_000m, null, Polarity.Neutral).GapToProvince);
    }

    [Fact]
    public void Time_trend_of_lampung_barat_divides_by_calendar_years_not_by_figures()
    {
        var trend = TimeTrend.Of(Series((2006, 25.36m), (2021, 12.82m), (2022, 11.71m), (2023, 11.17m), (2024, 10.68m)), Polarity.HigherIsWorse)!;

        Assert.Equal(-14.68m, trend.TotalChange);
        Assert.Equal(-0.8156m, Math.Round(trend.MeanAnnualChange, 4));
        Assert.Equal(-0.49m, trend.LastYearChange);
        Assert.Equal(Direction.Improving, trend.Direction);
    }

    [Fact]
    public void The_last_year_change_is_unknown_when_the_year_before_was_not_published()
    {
        Assert.Null(TimeTrend.Of(Series((2006, 25.36m), (2021, 12.82m)), Polarity.HigherIsWorse)!.LastYearChange);
        Assert.Null(TimeTrend.Of(Series((2021, 12.82m)), Polarity.HigherIsWorse));
    }

    [Theory]
    [InlineData(10, 9, 9, Polarity.HigherIsWorse, Direction.Improving)]
    [InlineData(10, 9, 9, Polarity.HigherIsBetter, Direction.Worsening)]
    [InlineData(10, 9, 10, Polarity.HigherIsWorse, Direction.Fluctuating)]
    [InlineData(10, 10, 10, Polarity.HigherIsWorse, Direction.Steady)]
    public void Direction_follows_the_polarity(int first, int second, int third, Polarity polarity, Direction expected) =>
        Assert.Equal(expected, TimeTrend.Of(Series((2020, first), (2021, second), (2022, third)), polarity)!.Direction);

    [Fact]
    public void The_slope_is_the_least_squares_slope_of_hand_computed_figures()
    {
        // Years −1,5 −0,5 0,5 1,5 around their mean; b = (−1,5·12,82 −0,5·11,71 +0,5·11,17 +1,5·10,68) / 5.
        var effect = Effectiveness.Of(Series((2021, 12.82m), (2022, 11.71m), (2023, 11.17m), (2024, 10.68m)), Polarity.HigherIsWorse)!;

        Assert.Equal(-0.696m, effect.Slope);
        Assert.Equal(10.551m, effect.TrendAtLast);
        Assert.Equal(0.129m, effect.LastAgainstTrend);
        Assert.True(effect.IsEffective);
        Assert.False(Effectiveness.Of(Series((2021, 12.82m), (2022, 11.71m), (2023, 11.17m)), Polarity.HigherIsBetter)!.IsEffective);
    }

    [Fact]
    public void A_gap_in_the_years_weighs_as_years_in_the_slope() =>
        Assert.Equal(-1m, Effectiveness.Of(Series((2010, 20m), (2015, 15m), (2020, 10m)), Polarity.HigherIsWorse)!.Slope);

    [Fact]
    public void Two_figures_or_a_neutral_indicator_have_no_effectiveness()
    {
        Assert.Null(Effectiveness.Of(Series((2021, 12m), (2022, 11m)), Polarity.HigherIsWorse));
        Assert.Null(Effectiveness.Of(Series((2021, 1m), (2022, 2m), (2023, 3m)), Polarity.Neutral));
    }

    [Fact]
    public void Relevance_counts_only_years_all_three_published_and_needs_two_thirds()
    {
        var own = Series((2020, 10m), (2021, 11m), (2022, 10m), (2023, 9m), (2025, 8m));
        var province = Series((2019, 9m), (2020, 9m), (2021, 10m), (2022, 9m), (2023, 10m), (2024, 9m), (2025, 8m));
        var nation = Series((2020, 9m), (2021, 10m), (2022, 9m), (2023, 8m), (2024, 8m), (2025, 8m));

        var relevance = Relevance.Of(own, province, nation)!;

        Assert.Equal(new Relevance(2, 3), relevance);
        Assert.True(relevance.IsRelevant);
        Assert.False(new Relevance(1, 2).IsRelevant);
        Assert.False(new Relevance(65, 100).IsRelevant);
        Assert.Null(Relevance.Of(own, province, []));
    }

    [Fact]
    public void Of_two_surveys_in_a_year_march_counts()
    {
        var one = Assert.Single(IndicatorSeries.OnePerYear([new(2024, 9, 8.57m, false, null), new(2024, 3, 9.03m, false, null), new(2024, null, 8.8m, false, null)]));

        Assert.Equal(9.03m, one.Value);
    }
}
