using System.Globalization;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>A survey as an enumerator would have brought it home from a family that lives in certain conditions.</summary>
internal sealed class DemoAnswers(DemoRandom random, DateOnly today, DateTimeOffset now)
{
    private const string Lighting = "penerangan";
    private const string Power = "daya";
    private const string FloorArea = "luas_lantai";

    private static readonly (string Question, double Poorest, double Best)[] Goods = [("aset_motor", 0.48, 0.94), ("aset_tv", 0.52, 0.95), ("aset_kulkas", 0.22, 0.9), ("aset_smartphone", 0.45, 0.97)];

    /// <summary>Answers that lead to exactly the conditions given, as far as the instrument asks about them.</summary>
    public Survey Take(Household household, HouseholdConditions lives, int decile)
    {
        var instrument = Instruments.Of(random.Chance(0.75) ? "dtsen" : "p3ke");
        var answers = new Dictionary<string, string>();
        foreach (var question in instrument.OfFamily)
        {
            if (question.Key == Power && instrument.Find(Lighting) is { } light && answers.TryGetValue(Lighting, out var lit) && light.Code(lit)!.Present != 0) continue;
            if (Answer(question, lives, decile) is { } answer) answers[question.Key] = answer;
        }

        return new(household.Id, null, instrument.Key, instrument.Edition, today.AddDays(-random.Between(60, 600)), answers, now);
    }

    private string? Answer(Question question, HouseholdConditions lives, int decile)
    {
        if (question.Key == FloorArea) return random.Between(18 + (3 * decile), 45 + (9 * decile)).ToString(CultureInfo.InvariantCulture);
        foreach (var (good, poorest, best) in Goods)
        {
            if (question.Key == good) return question.AnswerCodes[random.Chance(poorest + ((best - poorest) * (decile - 1) / 9)) ? 0 : 1].Code;
        }

        if (question.Decides == 0) return null;
        var wanted = lives & question.Decides;
        // Few have no electricity at all; the others of low power have a meter of 450 VA.
        if (question.Key == Lighting && !random.Chance(0.08)) wanted = HouseholdConditions.None;
        var fitting = question.AnswerCodes.Where(c => c.Present == wanted && (c.Absent & lives) == 0 && (wanted != 0 || c.Absent != 0)).ToList();
        if (fitting.Count == 0) fitting = [.. question.AnswerCodes.Where(c => c.Present == HouseholdConditions.None && (c.Absent & lives) == 0)];
        return fitting.Count == 0 ? null : random.Pick(fitting).Code;
    }
}
