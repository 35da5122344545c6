using System.Globalization;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data.Demo;

internal sealed class DemoBatch
{
    public List<Household> Households { get; } = [];

    public List<HouseholdMember> Members { get; } = [];

    public List<Enrollment> Enrollments { get; } = [];

    public List<HouseholdAssignment> Assignments { get; } = [];

    public int Rows => Households.Count + Members.Count + Enrollments.Count + Assignments.Count;
}

/// <summary>Who looks after the first families of one desa.</summary>
internal sealed record DemoFacilitator(Guid UserId, Guid VillageId, int Households);

/// <summary>What families are made from.</summary>
internal sealed record DemoWorld(DemoLand Land, IReadOnlyList<DemoProgram> Programs, DemoNames Names, DemoFacilitator Facilitator);

/// <summary>Makes families desa by desa, as nouns that know their rules, a few thousand at a time.</summary>
internal sealed class DemoFamilies
{
    public const int BatchSize = 2000;
    private const string DecileSource = "DTSEN";

    private static readonly string[] Hamlets = ["Dusun Satu", "Dusun Dua", "Dusun Tiga", "Dusun Empat"];
    private static readonly string[] Streets = ["Jalan Melur", "Jalan Kenari", "Jalan Merpati", "Jalan Pelita", "Jalan Raya Desa", "Jalan Balai Desa", "Gang Mawar", "Gang Damai", "Jalan Sawah"];
    private static readonly double[] UpperDeciles = [0.17, 0.16, 0.15, 0.13, 0.12, 0.11, 0.09, 0.07];

    private readonly FieldCipher _cipher;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly DateOnly _released;
    private readonly DemoFacilitator _facilitator;
    private readonly DemoRandom _random;
    private readonly DemoNumbers _numbers;
    private readonly DemoMembers _members;
    private readonly DemoHelp _help;
    private readonly IEnumerator<(DemoDistrict District, Area Village)> _homes;
    private int _assigned;

    public DemoFamilies(DemoWorld world, FieldCipher cipher, KabupatenClock clock, DemoRequest request)
    {
        _cipher = cipher;
        _facilitator = world.Facilitator;
        _now = clock.Now;
        _today = clock.Today;
        _released = new(_today.Year, _today.Month > 6 ? 7 : 1, 1);
        _random = new(request.Seed, DemoStream.Families);
        _numbers = new(_random);
        _members = new(_random, world.Names, _today);
        _help = new(_random, world.Programs, _today);
        _homes = Homes(world.Land, request.Families).GetEnumerator();
    }

    /// <summary>Null when all are made.</summary>
    public DemoBatch? Next()
    {
        var batch = new DemoBatch();
        while (batch.Households.Count < BatchSize && _homes.MoveNext()) AddFamily(batch, _homes.Current.District, _homes.Current.Village);
        return batch.Households.Count > 0 ? batch : null;
    }

    private void AddFamily(DemoBatch batch, DemoDistrict district, Area village)
    {
        _numbers.EnterDistrict(int.Parse(district.Area.Code[^2..], CultureInfo.InvariantCulture));
        var household = new Household(village.Id, _now);
        var decile = DecileIn(district.TargetShare);
        household.SetDecile(decile, decile is null ? null : DecileSource, decile is null ? null : _released);
        household.SetAddress(
            $"{_random.Pick(Streets)} Nomor {_random.Between(1, 180)}", village.Kind == VillageKind.Kelurahan ? null : _random.Pick(Hamlets),
            Two(_random.Between(1, 9)), Two(_random.Between(1, 4)));
        if (!_random.Chance(0.01)) household.SetCardNumber(_numbers.Card(_today.AddDays(-_random.Between(30, 5400))), _cipher);
        var people = _members.Compose(decile);
        foreach (var person in people) AddMember(batch, household, person, decile);
        AddHelp(batch, household, people, district.UnreachedShare);
        batch.Households.Add(household);
        if (village.Id != _facilitator.VillageId || _assigned >= _facilitator.Households || decile is > 4) return;
        _assigned++;
        batch.Assignments.Add(new(household.Id, _facilitator.UserId, _now));
    }

    private void AddMember(DemoBatch batch, Household household, DemoPerson person, int? decile)
    {
        var details = _members.Describe(person, decile);
        var member = new HouseholdMember(household.Id);
        member.Correct(details);
        if (!_random.Chance(0.03)) member.SetNik(_numbers.Person(details.BirthDate!.Value, details.Sex), _cipher);
        household.Take(member);
        batch.Members.Add(member);
    }

    private void AddHelp(DemoBatch batch, Household household, List<DemoPerson> people, double unreachedShare)
    {
        var active = 0;
        foreach (var enrollment in _help.Enroll(household, people, unreachedShare))
        {
            batch.Enrollments.Add(enrollment);
            if (enrollment.EndedOn is null) active++;
        }

        household.ProgramsChanged(active);
    }

    private int? DecileIn(double targetShare)
    {
        if (_random.Chance(0.03)) return null;
        if (_random.Chance(targetShare / 100)) return _random.Chance(0.46) ? 1 : 2;
        return 3 + _random.Weighted(UpperDeciles);
    }

    /// <summary>Spreads the families over the desa: towns hold more, and no two desa the same.</summary>
    private IEnumerable<(DemoDistrict District, Area Village)> Homes(DemoLand land, int families)
    {
        var villages = land.Districts.SelectMany(d => d.Villages.Select(v => (District: d, Village: v))).ToList();
        double[] weights = [.. villages.Select(v => _random.Next(0.6, 1.4) * (v.Village.Kind == VillageKind.Kelurahan ? 1.8 : 1))];
        var total = weights.Sum();
        var reached = 0.0;
        var placed = 0;
        for (var i = 0; i < villages.Count; i++)
        {
            reached += weights[i];
            var until = i == villages.Count - 1 ? families : (int)Math.Round(families * reached / total);
            for (; placed < until; placed++) yield return villages[i];
        }
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
