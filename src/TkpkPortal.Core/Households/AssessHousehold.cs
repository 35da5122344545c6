using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Households;

/// <summary>Keeps a checklist filled for one family, with the threshold of that day.</summary>
public sealed class AssessHousehold(TkpkDbContext db, KabupatenClock clock, CurrentSettings settings)
{
    /// <summary>Refused: KEL-10, KEL-44, KEL-45, KEL-46.</summary>
    public async Task<ChecklistResult> RunAsync(Guid householdId, ChecklistKind kind, DateOnly assessedOn, IReadOnlyDictionary<string, bool?> given, CancellationToken ct)
    {
        var household = await db.HouseholdWithMembersAsync(householdId, ct);
        household.MustBeHere();
        var checklist = Checklist.Of(kind);
        if (assessedOn > clock.Today) throw new RuleBrokenException(SurveyRules.ChecklistInFuture, nameof(ChecklistAssessment.AssessedOn));
        if (given.Keys.Any(k => checklist.Criteria.All(c => c.Key != k))) throw new RuleBrokenException(SurveyRules.UnknownCriterion);
        if (given.Values.All(a => a is null)) throw new RuleBrokenException(SurveyRules.ChecklistEmpty);
        var answers = checklist.Criteria.ToDictionary(c => c.Key, c => given.GetValueOrDefault(c.Key));
        var needed = checklist.NeededIn((await settings.GetAsync(ct)).Settings);
        var result = checklist.Judge(answers, needed);
        db.ChecklistAssessments.Add(new(householdId, kind, assessedOn, answers, needed, result.Met is true, clock.Now));
        household.Touch(clock.Now);
        await db.SaveAsync(household, ct);
        return result;
    }
}
