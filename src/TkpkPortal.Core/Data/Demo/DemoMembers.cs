using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

internal sealed record DemoPerson(FamilyRelation Relation, Sex Sex, int Age);

/// <summary>Who lives in a family: couples with children, three generations, widows and the old alone; poorer families are larger.</summary>
internal sealed class DemoMembers(DemoRandom random, DemoNames names, DateOnly today)
{
    private static readonly string[] Work = ["Petani", "Buruh tani", "Buruh harian lepas", "Nelayan", "Pedagang kecil", "Tukang bangunan", "Pengemudi ojek", "Karyawan swasta", "Perajin"];
    private static readonly string[] BetterWork = ["Karyawan swasta", "Pedagang", "Guru", "Aparatur sipil negara", "Wiraswasta", "Perawat", "Petani pemilik lahan"];

    public List<DemoPerson> Compose(int? decile)
    {
        var shape = random.Weighted([0.62, 0.09, 0.07, 0.07, 0.15]);
        var head = Head(shape);
        List<DemoPerson> people = [head];
        if (shape is 0 or 3 or 4) people.Add(new(FamilyRelation.Spouse, Opposite(head.Sex), Math.Clamp(head.Age + random.Between(-7, 4), 18, 88)));
        if (shape is 0 or 1 or 4) AddChildren(people, head.Age, decile is 1 or 2 ? 1 : 0);
        if (shape == 4) AddGeneration(people, head.Age);
        if (random.Chance(0.04)) people.Add(new(FamilyRelation.Other, AnySex(), random.Between(15, 75)));
        return people;
    }

    public MemberDetails Describe(DemoPerson person, int? decile)
    {
        var birth = today.AddYears(-person.Age).AddDays(-random.Between(1, 364));
        var name = person.Sex == Sex.Female ? names.Woman(random) : names.Man(random);
        return new(name, person.Relation, person.Sex, birth, EducationOf(person.Age, decile ?? 5), WorkOf(person, decile ?? 5));
    }

    private DemoPerson Head(int shape) => shape switch
    {
        1 => new(FamilyRelation.Head, random.Chance(0.8) ? Sex.Female : Sex.Male, random.Between(28, 60)),
        2 => new(FamilyRelation.Head, random.Chance(0.7) ? Sex.Female : Sex.Male, random.Between(58, 86)),
        3 => new(FamilyRelation.Head, Sex.Male, random.Between(22, 78)),
        _ => new(FamilyRelation.Head, random.Chance(0.96) ? Sex.Male : Sex.Female, random.Between(24, 64)),
    };

    private void AddChildren(List<DemoPerson> people, int headAge, int more)
    {
        var count = 1 + more + random.Weighted([0.24, 0.38, 0.25, 0.13]);
        var age = Math.Min(headAge - 19, 26) - random.Below(4);
        for (var i = 0; i < count && age >= 0; i++)
        {
            people.Add(new(FamilyRelation.Child, AnySex(), age));
            age -= random.Between(1, 5);
        }
    }

    private void AddGeneration(List<DemoPerson> people, int headAge)
    {
        if (headAge < 48 || random.Chance(0.4))
        {
            people.Add(new(FamilyRelation.Parent, random.Chance(0.7) ? Sex.Female : Sex.Male, Math.Min(headAge + random.Between(19, 30), 96)));
            return;
        }

        people.Add(new(FamilyRelation.ChildInLaw, AnySex(), random.Between(20, 32)));
        for (var i = random.Between(1, 2); i > 0; i--) people.Add(new(FamilyRelation.Grandchild, AnySex(), random.Between(0, 9)));
    }

    private Education? EducationOf(int age, int decile)
    {
        if (age < 7) return null;
        if (age < 13) return Education.None;
        if (age < 16) return Education.Primary;
        if (age < 19) return random.Chance(0.85) ? Education.LowerSecondary : Education.Primary;
        double ease = decile / 10.0;
        return (Education)random.Weighted([age > 60 ? 0.35 : 0.06, 0.42 - (0.25 * ease), 0.24, 0.20 + (0.22 * ease), 0.03 + (0.20 * ease)]);
    }

    private string? WorkOf(DemoPerson person, int decile) => person switch
    {
        { Age: < 7 } => null,
        { Age: < 19 } => random.Chance(0.93) ? "Pelajar" : "Tidak sekolah lagi",
        { Age: > 68 } => "Tidak bekerja",
        { Relation: FamilyRelation.Spouse, Sex: Sex.Female } when random.Chance(0.65) => "Mengurus rumah tangga",
        _ when random.Chance(0.06) => "Tidak bekerja",
        _ => random.Pick(decile > 6 ? BetterWork : Work),
    };

    private Sex AnySex() => random.Chance(0.5) ? Sex.Male : Sex.Female;

    private static Sex Opposite(Sex sex) => sex == Sex.Male ? Sex.Female : Sex.Male;
}
