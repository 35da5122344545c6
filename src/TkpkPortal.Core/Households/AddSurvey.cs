using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <param name="Answers">Question key to what was chosen or typed; blank is no answer.</param>
public sealed record NewSurvey(string? Instrument, DateOnly TakenOn, IReadOnlyDictionary<string, string?> Answers);

/// <summary>Keeps what a family answered, as given, and lets its conditions follow from its newest survey.</summary>
public sealed class AddSurvey(TkpkDbContext db, KabupatenClock clock)
{
    public const string AnswersField = "Jawaban";

    /// <summary>Refused: KEL-10, KEL-40, KEL-41, KEL-42, KEL-43.</summary>
    public async Task<Guid> RunAsync(Guid householdId, NewSurvey given, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        household.MustBeHere();
        var instrument = Instruments.Find(given.Instrument) ?? throw new RuleBrokenException(SurveyRules.UnknownInstrument, nameof(Survey.Instrument));
        if (given.TakenOn > clock.Today) throw new RuleBrokenException(SurveyRules.InFuture, nameof(Survey.TakenOn));
        var survey = new Survey(householdId, null, instrument.Key, instrument.Edition, given.TakenOn, Understood(instrument, given.Answers), clock.Now);
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.HouseholdId == householdId).ToListAsync(ct);
        db.Surveys.Add(survey);
        var (present, known, about) = SurveyConditions.Of([.. surveys, survey]).Sum;
        household.Observe(present, known, about);
        household.Touch(clock.Now);
        await db.SaveAsync(household, ct);
        return survey.Id;
    }

    private static Dictionary<string, string> Understood(Instrument instrument, IReadOnlyDictionary<string, string?> given)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (key, text) in given.Where(a => !string.IsNullOrWhiteSpace(a.Value)))
        {
            var question = instrument.Find(key) is { OfMember: false } q ? q : throw new RuleBrokenException(SurveyRules.NotAnAnswer, $"{AnswersField}[{key}]", key);
            answers[key] = question.Understand(text) ?? throw new RuleBrokenException(SurveyRules.RefusalOf(question), $"{AnswersField}[{key}]", question.Label);
        }

        return answers.Count > 0 ? answers : throw new RuleBrokenException(SurveyRules.NothingAnswered);
    }
}
