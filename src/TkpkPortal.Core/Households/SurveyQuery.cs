using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>One question with its answer as given: the code, and what the code means in that instrument's own list.</summary>
public sealed record GivenAnswer(string Group, string Question, string? Code, string? Words);

public sealed record SurveyView(
    Guid Id, string Instrument, string Edition, string Source, DateOnly TakenOn, DateTimeOffset RecordedAt, bool Imported, string? Member, int Answered,
    IReadOnlyList<GivenAnswer> Answers, DerivedConditions Derived);

/// <summary>One survey of one family with every question, answered or not.</summary>
public sealed class SurveyQuery(TkpkDbContext db)
{
    public async Task<SurveyView> RunAsync(Guid householdId, Guid surveyId, CancellationToken ct)
    {
        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Id == surveyId && s.HouseholdId == householdId, ct) ?? throw new RecordNotFoundException();
        var member = survey.MemberId is { } id ? await db.HouseholdMembers.AsNoTracking().Where(m => m.Id == id).Select(m => m.Name).SingleOrDefaultAsync(ct) : null;
        var given = survey.Given();
        if (Instruments.Find(survey.Instrument) is not { } instrument)
            return new(survey.Id, survey.Instrument, survey.Edition, "", survey.TakenOn, survey.RecordedAt, survey.BatchId is not null, member, given.Count, [.. given.Select(Unlisted)], default);
        var asked = survey.MemberId is null ? instrument.OfFamily : instrument.OfMember;
        var answers = asked.Select(q => given.TryGetValue(q.Key, out var answer) ? new GivenAnswer(q.Group, q.Label, answer, q.Words(answer)) : new(q.Group, q.Label, null, null))
            .Concat(given.Where(a => instrument.Find(a.Key) is null).Select(Unlisted));
        var derived = survey.MemberId is null ? instrument.Derive(given) : instrument.Derive(new Dictionary<string, string>(), [given]);
        return new(
            survey.Id, instrument.Name, survey.Edition, instrument.Source, survey.TakenOn, survey.RecordedAt, survey.BatchId is not null, member, given.Count, [.. answers], derived);
    }

    /// <summary>A question the list of today does not hold keeps its key and its answer.</summary>
    private static GivenAnswer Unlisted(KeyValuePair<string, string> answer) => new("Lainnya", answer.Key, answer.Value, null);
}
