using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Programs;

/// <summary>Writes what a proposal wants through the family's own acts, so that every rule of the registry holds here too.</summary>
internal sealed class RecordWriting(TkpkDbContext db, ProposedRecord wanted, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>Refused: IDN-01 to IDN-05, KEL-01 to KEL-03, KEL-13, KEL-30.</summary>
    public Household Register(Guid villageId)
    {
        var household = new Household(villageId, clock.Now);
        if (wanted.Added.Count(k => wanted.Person(k, null).Relation == FamilyRelation.Head) != 1) throw new RuleBrokenException(HouseholdRules.HeadNeeded);
        household.Correct(wanted.Details(null), wanted.Card, cipher, clock);
        foreach (var key in wanted.Added.OrderBy(k => wanted.Person(k, null).Relation)) household.Admit(wanted.Person(key, null), wanted.Nik(key).Value, cipher, clock);
        db.Households.Add(household);
        return household;
    }

    /// <summary>Refused: what the family's acts refuse.</summary>
    public async Task ChangeAsync(Household household, CancellationToken ct)
    {
        if (wanted.Leave(null, clock.Today) is { } leave)
        {
            household.Leave(leave.On, leave.Reason, clock);
            foreach (var enrollment in await db.OpenEnrollmentsAsync([household.Id], ct)) enrollment.EndWithFamily(leave.On, leave.Reason);
            return;
        }

        if (wanted.ToVillage is { } village) household.MoveTo(village, wanted.Details(household), clock);
        if (wanted.TouchesFamily) household.Correct(wanted.Details(household), wanted.Card, cipher, clock);
        var admitted = Admit(household);
        Head(household, admitted);
        foreach (var key in wanted.Corrected) household.CorrectMember(key, wanted.Person(key, Member(household, key)), wanted.Nik(key), cipher, clock);
        foreach (var key in wanted.Leaving)
        {
            var (on, reason) = wanted.Leave(key, clock.Today)!.Value;
            household.RemoveMember(key, on, reason, clock);
        }
    }

    /// <summary>The answers the desa took down become a survey of their own; the others of its instrument go along, so that what they say together still holds.</summary>
    public async Task AnswerAsync(Household household, DateOnly takenOn, CancellationToken ct)
    {
        if (wanted.Answers.Count == 0) return;
        var instrument = Instruments.Of("dtsen");
        var answers = new Dictionary<string, string>(await db.AnswersNowAsync(household.Id, ct));
        foreach (var (key, text) in wanted.Answers)
        {
            if (instrument.Find(key) is not { OfMember: false } question) throw new RuleBrokenException(SurveyRules.NotAnAnswer, null, key);
            if (text is null) answers.Remove(key);
            else answers[key] = question.UnderstandAgain(text) ?? throw new RuleBrokenException(SurveyRules.NotAnAnswer, null, question.Label);
        }

        var surveys = await db.Surveys.AsNoTracking().Where(s => s.HouseholdId == household.Id).ToListAsync(ct);
        // An older day would let a survey taken since speak over what was just accepted.
        var day = surveys.Where(s => s.Instrument == instrument.Key).Select(s => s.TakenOn).Append(takenOn).Max();
        var survey = new Survey(household.Id, null, instrument.Key, instrument.Edition, day, answers, clock.Now);
        db.Surveys.Add(survey);
        var (present, known, about) = SurveyConditions.Of([.. surveys, survey]).Sum;
        household.Observe(present, known, about);
        household.Touch(clock.Now);
    }

    private Dictionary<Guid, HouseholdMember> Admit(Household household)
    {
        var admitted = new Dictionary<Guid, HouseholdMember>();
        foreach (var key in wanted.Added)
        {
            var details = wanted.Person(key, null);
            // A family has one head at any moment; who is to become it comes in first as something else.
            if (details.Relation == FamilyRelation.Head) details = details with { Relation = FamilyRelation.Other };
            db.HouseholdMembers.Add(admitted[key] = household.Admit(details, wanted.Nik(key).Value, cipher, clock));
        }

        return admitted;
    }

    private void Head(Household household, Dictionary<Guid, HouseholdMember> admitted)
    {
        if (wanted.NewHead is not { } key || household.Members.FirstOrDefault(m => m.LeftOn is null && m.Relation == FamilyRelation.Head) is not { } former || former.Id == key) return;
        var becomes = wanted.Of(former.Id, nameof(HouseholdMember.Relation))?.New is { } relation ? Enum.Parse<FamilyRelation>(relation) : FamilyRelation.Other;
        household.ChangeHead(admitted.TryGetValue(key, out var member) ? member.Id : key, becomes, clock);
    }

    private static HouseholdMember Member(Household household, Guid key) => household.Members.SingleOrDefault(m => m.Id == key) ?? throw new RecordNotFoundException();
}
