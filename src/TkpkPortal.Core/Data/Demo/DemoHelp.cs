using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Which programs a family gets: mostly the ones meant for it, sometimes too many, sometimes none at all, sometimes though it is well off.</summary>
internal sealed class DemoHelp(DemoRandom random, IReadOnlyList<DemoProgram> programs, DateOnly today)
{
    private const int MostPrograms = 4;
    private readonly DemoProgram[] _forFamilies = [.. programs.Where(p => p.Item.FamilyWeight > 0)];

    public IEnumerable<Enrollment> Enroll(Household household, IReadOnlyList<DemoPerson> people, double unreachedShare)
    {
        if (!IsReached(household.Decile, unreachedShare)) yield break;
        var decile = household.Decile ?? 4;
        DemoProgram[] meant = [.. _forFamilies.Where(p => Fits(p.Item, decile, people))];
        DemoProgram[] chosen = [.. meant.Where(p => random.Chance(p.Item.FamilyWeight)).Take(MostPrograms)];
        if (chosen.Length == 0) chosen = [random.Pick(meant.Length > 0 ? meant : _forFamilies)];
        var hasPkh = chosen.Any(p => p.Item.Code == "PKH");
        foreach (var program in chosen)
        {
            // A family with PKH gets no BLT-DD: the rule of the village fund.
            if (hasPkh && program.Item.Code == "BLT-DD") continue;
            yield return new(program.Id, household.Id, today.AddDays(-random.Between(40, 1100)), null);
        }

        if (random.Chance(0.03)) yield return Ended(household, chosen);
    }

    private Enrollment Ended(Household household, DemoProgram[] chosen)
    {
        var other = _forFamilies.First(p => !chosen.Contains(p));
        var started = today.AddDays(-random.Between(700, 1400));
        var ended = new Enrollment(other.Id, household.Id, started, null);
        ended.End(started.AddDays(random.Between(120, 600)), random.Chance(0.5) ? EnrollmentEndReason.Graduated : EnrollmentEndReason.ProgramEnded);
        return ended;
    }

    private bool IsReached(int? decile, double unreachedShare) => decile switch
    {
        1 or 2 => !random.Chance(unreachedShare / 100),
        3 or 4 => random.Chance(0.62),
        5 => random.Chance(0.25),
        null => random.Chance(0.2),
        _ => random.Chance(0.03),
    };

    private static bool Fits(DemoProgramItem item, int decile, IReadOnlyList<DemoPerson> people) =>
        decile >= item.DecileFrom && decile <= item.DecileTo && item.Code switch
        {
            "PIP" => people.Any(p => p is { Relation: FamilyRelation.Child or FamilyRelation.Grandchild, Age: >= 7 and <= 18 }),
            "PMT" => people.Any(p => p.Age < 5),
            "ATENSI" => people.Any(p => p.Age >= 60),
            _ => true,
        };
}
