namespace TkpkPortal.Core.Households;

/// <summary>
/// The conditions that follow from who lives in the family. "Known" holds a condition that is present, or that every member it could concern is known not to have:
/// a family of which nobody asked is not a family without the problem.
/// </summary>
internal static class MemberConditions
{
    private const int SchoolFrom = 7;
    private const int SchoolTo = 18;
    private const int Elderly = 60;

    public static (HouseholdConditions Present, HouseholdConditions Known) Of(IEnumerable<HouseholdMember> members, DateOnly today) =>
        Of(members.Where(m => m.LeftOn is null).Select(m => new Person(m.Relation, m.Sex, m.BirthDate, m.School, m.Work, m.Disability, m.Pregnant, m.HealthInsurance)), today);

    /// <param name="members">Those in the family now.</param>
    /// <param name="today">In the kabupaten.</param>
    public static (HouseholdConditions Present, HouseholdConditions Known) Of(IEnumerable<MemberDetails> members, DateOnly today) =>
        Of(members.Select(m => new Person(m.Relation, m.Sex, m.BirthDate, m.School, m.Work, m.Disability, m.Pregnant, m.HealthInsurance)), today);

    private readonly record struct Person(
        FamilyRelation Relation, Sex Sex, DateOnly? BirthDate, SchoolStatus? School, WorkStatus? Work, DisabilityLevel? Disability, bool? Pregnant, HealthInsurance? HealthInsurance);

    private static (HouseholdConditions Present, HouseholdConditions Known) Of(IEnumerable<Person> people, DateOnly today)
    {
        var (present, asked, open) = (HouseholdConditions.None, HouseholdConditions.None, HouseholdConditions.None);
        var youngerThanElderly = false;
        foreach (var p in people)
        {
            var age = p.BirthDate is { } birth ? Age.InYears(birth, today) : (int?)null;
            Decide(HouseholdConditions.OutOfSchoolChild, age is null ? null : age is < SchoolFrom or > SchoolTo ? false : p.School is { } s ? s != SchoolStatus.Attending : null);
            Decide(HouseholdConditions.SevereDisability, p.Disability is { } d ? d == DisabilityLevel.Severe : null);
            Decide(HouseholdConditions.Pregnancy, p.Sex == Sex.Male ? false : p.Pregnant ?? (age is < 10 or > 54 ? false : null));
            Decide(HouseholdConditions.NoHealthInsurance, p.HealthInsurance is { } h ? h == HealthInsurance.None : null);
            Decide(HouseholdConditions.ElderlyAlone, age is null ? null : false);
            youngerThanElderly |= age < Elderly;
            if (p.Relation != FamilyRelation.Head) continue;
            Decide(HouseholdConditions.FemaleHead, p.Sex == Sex.Female);
            Decide(HouseholdConditions.HeadNotWorking, p.Work is { } w ? w is WorkStatus.None : null);
        }

        // Alone are the elderly only where every age is known.
        var known = present | (asked & ~open);
        if (!youngerThanElderly) present |= known & HouseholdConditions.ElderlyAlone;
        return (present, known);

        void Decide(HouseholdConditions condition, bool? has)
        {
            asked |= condition;
            if (has is null) open |= condition;
            else if (has.Value) present |= condition;
        }
    }
}
