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

    public static (HouseholdConditions Present, HouseholdConditions Known) Of(IEnumerable<HouseholdMember> members, DateOnly today)
    {
        var here = members.Where(m => m.LeftOn is null).Select(m => (Member: m, Age: m.BirthDate is { } birth ? Age.InYears(birth, today) : (int?)null)).ToList();
        var head = here.Where(p => p.Member.Relation == FamilyRelation.Head).ToList();
        var (present, known) = (HouseholdConditions.None, HouseholdConditions.None);
        Decide(HouseholdConditions.OutOfSchoolChild, here, p => p.Age is null ? null : p.Age is < SchoolFrom or > SchoolTo ? false : p.Member.School is { } s ? s != SchoolStatus.Attending : null);
        Decide(HouseholdConditions.SevereDisability, here, p => p.Member.Disability is { } d ? d == DisabilityLevel.Severe : null);
        Decide(HouseholdConditions.Pregnancy, here, p => p.Member.Sex == Sex.Male ? false : p.Member.Pregnant ?? (p.Age is < 10 or > 54 ? false : null));
        Decide(HouseholdConditions.NoHealthInsurance, here, p => p.Member.HealthInsurance is { } h ? h == HealthInsurance.None : null);
        Decide(HouseholdConditions.FemaleHead, head, p => p.Member.Sex == Sex.Female);
        Decide(HouseholdConditions.HeadNotWorking, head, p => p.Member.Work is { } w ? w is WorkStatus.None : null);
        if (here.Count > 0 && here.TrueForAll(p => p.Age is not null))
        {
            known |= HouseholdConditions.ElderlyAlone;
            if (here.TrueForAll(p => p.Age >= Elderly)) present |= HouseholdConditions.ElderlyAlone;
        }

        return (present, known);

        void Decide(HouseholdConditions condition, List<(HouseholdMember Member, int? Age)> people, Func<(HouseholdMember Member, int? Age), bool?> has)
        {
            var answers = people.ConvertAll(p => has(p));
            if (answers.Contains(true)) present |= condition;
            if (answers.Contains(true) || (answers.Count > 0 && !answers.Contains(null))) known |= condition;
        }
    }
}
