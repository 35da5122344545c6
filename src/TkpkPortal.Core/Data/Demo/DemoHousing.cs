using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>How a family lives: the poorer, the more often each is missing. A demo to look at has the surveys that say so; a large one, made to measure, only what follows from them.</summary>
internal sealed class DemoHousing(DemoRandom random, DemoAnswers? answers)
{
    private const double Surveyed = 0.93;

    // Share among the poorest tenth and among the best-off one; between them it falls evenly.
    private static readonly (HouseholdConditions Condition, double Poorest, double Best)[] Shares =
    [
        (HouseholdConditions.EarthFloor, 0.19, 0.002), (HouseholdConditions.WeakWall, 0.34, 0.01), (HouseholdConditions.WeakRoof, 0.22, 0.006),
        (HouseholdConditions.NoOwnToilet, 0.36, 0.01), (HouseholdConditions.UnprotectedWater, 0.29, 0.03), (HouseholdConditions.LowPower, 0.58, 0.02),
        (HouseholdConditions.FirewoodCooking, 0.41, 0.01), (HouseholdConditions.NotOwnHouse, 0.24, 0.12), (HouseholdConditions.NoSavings, 0.83, 0.09),
        (HouseholdConditions.StuntingRisk, 0.14, 0.02), (HouseholdConditions.ChronicIllness, 0.16, 0.11),
    ];

    private static readonly HouseholdConditions All = Shares.Aggregate(HouseholdConditions.None, (all, s) => all | s.Condition);

    public void Settle(Household household, int decile, List<Survey> surveys)
    {
        if (!random.Chance(Surveyed)) return;
        var present = HouseholdConditions.None;
        foreach (var (condition, poorest, best) in Shares)
        {
            if (random.Chance(poorest + ((best - poorest) * (decile - 1) / 9.0))) present |= condition;
        }

        if (answers is null)
        {
            household.Observe(present, All, All);
            return;
        }

        var survey = answers.Take(household, present, decile);
        var derived = Instruments.Of(survey.Instrument).Derive(survey.Given());
        household.Observe(derived.Present, derived.Known, derived.About);
        surveys.Add(survey);
    }
}
