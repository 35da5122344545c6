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

    public List<WelfareDecile> Ranks { get; } = [];

    public List<Survey> Surveys { get; } = [];

    public List<Enrollment> Enrollments { get; } = [];

    public List<HouseholdAssignment> Assignments { get; } = [];

    public int Rows => Households.Count + Members.Count + Ranks.Count + Surveys.Count + Enrollments.Count + Assignments.Count;
}

/// <summary>Who looks after the first families of one desa.</summary>
internal sealed record DemoFacilitator(Guid UserId, Guid VillageId, int Households);

/// <summary>What families are made from.</summary>
internal sealed record DemoWorld(DemoLand Land, IReadOnlyList<DemoProgram> Programs, DemoNames Names, DemoFacilitator Facilitator);

/// <summary>Makes families desa by desa, as nouns that know their rules, a few thousand at a time.</summary>
internal sealed class DemoFamilies
{
    public const int BatchSize = 2000;
    private const int MostWithSurveys = 20_000;
    private const double WithoutCard = 0.01;
    private const double WithoutNik = 0.05;
    private const double SharesKitchen = 0.015;

    private static readonly string[] Hamlets = ["Dusun Satu", "Dusun Dua", "Dusun Tiga", "Dusun Empat"];
    private static readonly string[] Streets = ["Jalan Melur", "Jalan Kenari", "Jalan Merpati", "Jalan Pelita", "Jalan Raya Desa", "Jalan Balai Desa", "Gang Mawar", "Gang Damai", "Jalan Sawah"];

    private readonly FieldCipher _cipher;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;
    private readonly DemoFacilitator _facilitator;
    private readonly DemoRandom _random;
    private readonly DemoNumbers _numbers;
    private readonly DemoMembers _members;
    private readonly DemoFacts _facts;
    private readonly DemoHousing _housing;
    private readonly DemoHelp _help;
    private readonly IEnumerator<(DemoDistrict District, Area Village)> _homes;
    private (Guid Village, string Number) _kitchen;
    private int _kitchens;
    private int _assigned;

    public DemoFamilies(DemoWorld world, FieldCipher cipher, KabupatenClock clock, DemoRequest request)
    {
        _cipher = cipher;
        _facilitator = world.Facilitator;
        (_now, _today) = (clock.Now, clock.Today);
        _random = new(request.Seed, DemoStream.Families);
        _numbers = new(_random);
        _members = new(_random, world.Names, _today);
        _facts = new(_random);
        _housing = new(_random, request.Families <= MostWithSurveys ? new(_random, _today, _now) : null);
        _help = new(_random, world.Programs, _today);
        Deciles = new(_random, _today, _now);
        _homes = new DemoHomes(world.Land, _random).Spread(request.Families).GetEnumerator();
    }

    public DemoDeciles Deciles { get; }

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
        var decile = Deciles.Draw(district.TargetShare);
        Deciles.Rank(household, decile, batch.Ranks);
        household.SetAddress(
            $"{_random.Pick(Streets)} Nomor {_random.Between(1, 180)}", village.Kind == VillageKind.Kelurahan ? null : _random.Pick(Hamlets),
            Two(_random.Between(1, 9)), Two(_random.Between(1, 4)));
        if (!_random.Chance(WithoutCard)) household.SetCardNumber(_numbers.Card(_today.AddDays(-_random.Between(30, 5400))), _cipher);
        ShareKitchen(household);
        var people = _members.Compose(decile);
        AddMembers(batch, household, people, _facts.Family(decile));
        _housing.Settle(household, decile ?? 5, batch.Surveys);
        AddHelp(batch, household, people, district.UnreachedShare);
        batch.Households.Add(household);
        if (village.Id != _facilitator.VillageId || _assigned >= _facilitator.Households || decile is > 4) return;
        _assigned++;
        batch.Assignments.Add(new(household.Id, _facilitator.UserId, _now));
    }

    private void AddMembers(DemoBatch batch, Household household, List<DemoPerson> people, DemoCircumstances circumstances)
    {
        var members = new List<HouseholdMember>(people.Count);
        foreach (var person in people)
        {
            var details = _members.Describe(person, circumstances);
            var member = new HouseholdMember(household.Id);
            member.Correct(details);
            if (!_random.Chance(WithoutNik)) member.SetNik(_numbers.Person(details.BirthDate!.Value, details.Sex), _cipher);
            members.Add(member);
        }

        household.Take(members);
        batch.Members.AddRange(members);
    }

    /// <summary>Two families of one desa that BDT 2015 counted as one rumah tangga.</summary>
    private void ShareKitchen(Household household)
    {
        if (_kitchen.Village == household.VillageId)
        {
            household.SetLegacyNumber(_kitchen.Number);
            _kitchen = default;
        }
        else if (_random.Chance(SharesKitchen))
        {
            _kitchen = (household.VillageId, FormattableString.Invariant($"RT-{++_kitchens:000000}"));
            household.SetLegacyNumber(_kitchen.Number);
        }
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

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
