using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>What holds for everybody in a family.</summary>
/// <param name="Decile">An unknown decile lives as the middle does.</param>
/// <param name="IsAsked">False: nobody has asked about school, work, health; only what stands on the card is known.</param>
internal sealed record DemoCircumstances(int Decile, bool IsAsked, HealthInsurance Insurance);

/// <summary>School, work, health and insurance of one person, as age, sex and the family's means make them likely.</summary>
internal sealed class DemoFacts(DemoRandom random)
{
    private static readonly (string Name, WorkStatus Status)[] Work =
    [
        ("Petani", WorkStatus.WithCasualLabour), ("Buruh tani", WorkStatus.FarmLabourer), ("Buruh harian lepas", WorkStatus.OtherLabourer), ("Nelayan", WorkStatus.SelfEmployed),
        ("Pedagang kecil", WorkStatus.SelfEmployed), ("Tukang bangunan", WorkStatus.OtherLabourer), ("Pengemudi ojek", WorkStatus.SelfEmployed),
        ("Karyawan swasta", WorkStatus.PrivateEmployee), ("Perajin", WorkStatus.UnpaidFamily),
    ];

    private static readonly (string Name, WorkStatus Status)[] BetterWork =
    [
        ("Karyawan swasta", WorkStatus.PrivateEmployee), ("Pedagang", WorkStatus.WithStaff), ("Guru", WorkStatus.PublicEmployee), ("Aparatur sipil negara", WorkStatus.PublicEmployee),
        ("Wiraswasta", WorkStatus.WithStaff), ("Perawat", WorkStatus.PrivateEmployee), ("Petani pemilik lahan", WorkStatus.WithCasualLabour),
    ];

    private static readonly (HealthInsurance Kind, double Poor, double Middle, double Better)[] Insurances =
    [
        (HealthInsurance.Subsidized, 0.78, 0.32, 0.03), (HealthInsurance.SelfPaid, 0.05, 0.25, 0.36), (HealthInsurance.Employer, 0.03, 0.23, 0.46), (HealthInsurance.None, 0.14, 0.20, 0.15),
    ];

    public DemoCircumstances Family(int? decile)
    {
        var known = decile ?? 5;
        var kind = random.Weighted([.. Insurances.Select(i => known <= 4 ? i.Poor : known <= 7 ? i.Middle : i.Better)]);
        return new(known, random.Chance(0.97), Insurances[kind].Kind);
    }

    public MemberDetails Of(DemoPerson person, DemoCircumstances family, MemberDetails card)
    {
        var school = SchoolOf(person.Age, family.Decile);
        var (occupation, work) = WorkOf(person, school, family.Decile);
        var details = card with { Education = EducationOf(person.Age, family.Decile), Occupation = occupation, Marital = person.Marital };
        if (!family.IsAsked) return details;
        return details with
        {
            School = school,
            Work = person.Age < 10 ? null : work,
            Disability = DisabilityOf(person.Age, family.Decile),
            Pregnant = person is { Sex: Sex.Female, Age: >= 10 and <= 54 } ? person is { Marital: MaritalStatus.Married, Age: >= 19 and <= 43 } && random.Chance(0.045) : null,
            HealthInsurance = random.Chance(0.04) ? HealthInsurance.None : family.Insurance,
        };
    }

    private Education? EducationOf(int age, int decile)
    {
        if (age < 7) return null;
        if (age < 13) return Education.None;
        if (age < 16) return Education.Primary;
        if (age < 19) return random.Chance(0.85) ? Education.LowerSecondary : Education.Primary;
        var ease = decile / 10.0;
        return (Education)random.Weighted([age > 60 ? 0.35 : 0.06, 0.42 - (0.25 * ease), 0.24, 0.20 + (0.22 * ease), 0.03 + (0.20 * ease)]);
    }

    private SchoolStatus? SchoolOf(int age, int decile)
    {
        if (age < 5) return null;
        var attends = age switch
        {
            < 7 => 0.5,
            < 13 => 0.975 + (0.002 * decile),
            < 16 => 0.91 + (0.008 * decile),
            < 19 => 0.72 + (0.02 * decile),
            < 25 => 0.02 + (0.022 * decile),
            _ => 0,
        };
        if (random.Chance(attends)) return SchoolStatus.Attending;
        if (age < 7) return SchoolStatus.Never;
        return random.Chance(age > 60 ? 0.18 : 0.03) ? SchoolStatus.Never : SchoolStatus.NoLonger;
    }

    private (string? Occupation, WorkStatus Status) WorkOf(DemoPerson person, SchoolStatus? school, int decile) => person switch
    {
        { Age: < 7 } => (null, WorkStatus.None),
        _ when school == SchoolStatus.Attending => ("Pelajar", WorkStatus.None),
        { Age: < 16 } or { Age: > 68 } => ("Tidak bekerja", WorkStatus.None),
        { Relation: FamilyRelation.Spouse, Sex: Sex.Female } when random.Chance(0.65) => ("Mengurus rumah tangga", WorkStatus.None),
        _ when random.Chance(0.06) => ("Tidak bekerja", WorkStatus.None),
        _ => random.Pick(decile > 6 ? BetterWork : Work),
    };

    private DisabilityLevel DisabilityOf(int age, int decile)
    {
        var poorer = decile <= 3 ? 1.5 : 1;
        if (random.Chance((age >= 60 ? 0.022 : 0.005) * poorer)) return DisabilityLevel.Severe;
        return random.Chance((age >= 60 ? 0.09 : 0.012) * poorer) ? DisabilityLevel.Moderate : DisabilityLevel.None;
    }
}
