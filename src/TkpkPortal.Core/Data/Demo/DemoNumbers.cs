using System.Globalization;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>
/// NIK and card numbers of area 99, which no real person has, each given once. Numbers are counted within one kecamatan at a time:
/// the kecamatan stands in the number, so those of two never meet, and memory stays flat.
/// </summary>
/// <param name="from">Sequence numbers up to here are somebody else's.</param>
internal sealed class DemoNumbers(DemoRandom random, int from = 0)
{
    private readonly Dictionary<(int Regency, int Date), int> _people = [];
    private readonly Dictionary<int, int> _cards = [];
    private int _district;

    public void EnterDistrict(int district)
    {
        if (district == _district) return;
        _district = district;
        _people.Clear();
        _cards.Clear();
    }

    /// <summary>Some were first registered in a neighbour regency: a NIK never changes on moving.</summary>
    public Nik Person(DateOnly birth, Sex sex)
    {
        var regency = random.Chance(0.08) ? random.Between(2, 13) : 1;
        var date = ((birth.Day + (sex == Sex.Female ? 40 : 0)) * 10000) + (birth.Month * 100) + (birth.Year % 100);
        return Nik.Parse(string.Create(CultureInfo.InvariantCulture, $"99{regency:00}{_district:00}{date:000000}{Next(_people, (regency, date)):0000}"));
    }

    public FamilyCardNumber Card(DateOnly issued)
    {
        var date = (issued.Day * 10000) + (issued.Month * 100) + (issued.Year % 100);
        return FamilyCardNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"9901{_district:00}{date:000000}{Next(_cards, date):0000}"));
    }

    private int Next<TKey>(Dictionary<TKey, int> counters, TKey key)
        where TKey : notnull => counters[key] = counters.GetValueOrDefault(key, from) + 1;
}
