using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

internal sealed record DemoPerson(FamilyRelation Relation, Sex Sex, int Age, MaritalStatus Marital);

/// <summary>Who lives in a family: couples with children, three generations, widows and the old alone; poorer families are larger.</summary>
internal sealed class DemoMembers(DemoRandom random, DemoNames names, DateOnly today)
{
    private static readonly double[] Shapes = [0.62, 0.09, 0.07, 0.07, 0.15];
    private static readonly double[] MoreChildren = [0.24, 0.38, 0.25, 0.13];

    private readonly DemoFacts _facts = new(random);

    public List<DemoPerson> Compose(int? decile)
    {
        var shape = random.Weighted(Shapes);
        var head = Head(shape);
        List<DemoPerson> people = [head];
        if (head.Marital == MaritalStatus.Married) people.Add(new(FamilyRelation.Spouse, Opposite(head.Sex), Math.Clamp(head.Age + random.Between(-7, 4), 18, 88), MaritalStatus.Married));
        if (shape is 0 or 1 or 4) AddChildren(people, head.Age, decile is 1 or 2 ? 1 : 0);
        if (shape == 4) AddGeneration(people, head.Age);
        if (random.Chance(0.04)) people.Add(new(FamilyRelation.Other, AnySex(), random.Between(15, 75), random.Chance(0.6) ? MaritalStatus.Unmarried : MaritalStatus.Widowed));
        return people;
    }

    public MemberDetails Describe(DemoPerson person, DemoCircumstances family)
    {
        var birth = today.AddYears(-person.Age).AddDays(-random.Between(1, 364));
        var name = person.Sex == Sex.Female ? names.Woman(random) : names.Man(random);
        return _facts.Of(person, family, new(name, person.Relation, person.Sex, birth, null, null));
    }

    private DemoPerson Head(int shape) => shape switch
    {
        1 => new(FamilyRelation.Head, random.Chance(0.8) ? Sex.Female : Sex.Male, random.Between(28, 60), random.Chance(0.55) ? MaritalStatus.Widowed : MaritalStatus.Divorced),
        2 => new(FamilyRelation.Head, random.Chance(0.7) ? Sex.Female : Sex.Male, random.Between(58, 86), random.Chance(0.9) ? MaritalStatus.Widowed : MaritalStatus.Unmarried),
        3 => new(FamilyRelation.Head, Sex.Male, random.Between(22, 78), MaritalStatus.Married),
        _ => new(FamilyRelation.Head, random.Chance(0.96) ? Sex.Male : Sex.Female, random.Between(24, 64), MaritalStatus.Married),
    };

    private void AddChildren(List<DemoPerson> people, int headAge, int more)
    {
        var count = 1 + more + random.Weighted(MoreChildren);
        var age = Math.Min(headAge - 19, 26) - random.Below(4);
        for (var i = 0; i < count && age >= 0; i++)
        {
            people.Add(new(FamilyRelation.Child, AnySex(), age, MaritalStatus.Unmarried));
            age -= random.Between(1, 5);
        }
    }

    private void AddGeneration(List<DemoPerson> people, int headAge)
    {
        if (headAge < 48 || random.Chance(0.4))
        {
            people.Add(new(FamilyRelation.Parent, random.Chance(0.7) ? Sex.Female : Sex.Male, Math.Min(headAge + random.Between(19, 30), 96), MaritalStatus.Widowed));
            return;
        }

        var married = people.FindIndex(p => p is { Relation: FamilyRelation.Child, Age: >= 19 });
        if (married >= 0) people[married] = people[married] with { Marital = MaritalStatus.Married };
        var sex = married >= 0 ? Opposite(people[married].Sex) : AnySex();
        people.Add(new(FamilyRelation.ChildInLaw, sex, random.Between(20, 32), married >= 0 ? MaritalStatus.Married : MaritalStatus.Widowed));
        for (var i = random.Between(1, 2); i > 0; i--) people.Add(new(FamilyRelation.Grandchild, AnySex(), random.Between(0, 9), MaritalStatus.Unmarried));
    }

    private Sex AnySex() => random.Chance(0.5) ? Sex.Male : Sex.Female;

    private static Sex Opposite(Sex sex) => sex == Sex.Male ? Sex.Female : Sex.Male;
}
