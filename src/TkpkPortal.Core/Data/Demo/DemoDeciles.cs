using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Two releases of the centre's ranking: most families stay where they were, some move a decile or two, a few are ranked for the first time.</summary>
internal sealed class DemoDeciles
{
    public const string Source = "DTSEN";

    private static readonly double[] UpperDeciles = [0.17, 0.16, 0.15, 0.13, 0.12, 0.11, 0.09, 0.07];
    private static readonly double[] Moves = [0.04, 0.12, 0.64, 0.15, 0.05];

    private readonly DemoRandom _random;
    private readonly DateTimeOffset _now;

    public DemoDeciles(DemoRandom random, DateOnly today, DateTimeOffset now)
    {
        (_random, _now) = (random, now);
        var released = new DateOnly(today.Year, today.Month > 6 ? 7 : 1, 1);
        (Former, Newest) = (new(Source, released.AddMonths(-6), now), new(Source, released, now));
    }

    public DecileRelease Former { get; }

    public DecileRelease Newest { get; }

    public int? Draw(double targetShare)
    {
        if (_random.Chance(0.03)) return null;
        if (_random.Chance(targetShare / 100)) return _random.Chance(0.46) ? 1 : 2;
        return 3 + _random.Weighted(UpperDeciles);
    }

    public void Rank(Household household, int? decile, List<WelfareDecile> ranks)
    {
        household.SetDecile(decile, decile is null ? null : Source, decile is null ? null : Newest.ReleasedOn);
        if (decile is not { } ranked) return;
        ranks.Add(new(household.Id, Newest.Id, ranked, null, _now));
        if (!_random.Chance(0.05)) ranks.Add(new(household.Id, Former.Id, Math.Clamp(ranked + _random.Weighted(Moves) - 2, 1, 10), null, _now));
    }
}
