using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Chance for the demo: a stream of its own per subject, so that more families do not change the budgets, nor new programs the names.</summary>
internal sealed class DemoRandom(int seed, int stream)
{
    private readonly SeededRandom _random = new((seed * 1_000_003L) + stream);

    public double Next(double from, double to) => _random.Next(from, to);

    /// <summary>From 0 to one less than the limit.</summary>
    public int Below(int limit) => (int)(_random.Next(0, 1) * limit);

    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double probability) => _random.Next(0, 1) < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The index whose weight is hit.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var hit = _random.Next(0, total);
        for (var i = 0; i < weights.Length - 1; i++)
        {
            hit -= weights[i];
            if (hit < 0) return i;
        }

        return weights.Length - 1;
    }
}

/// <summary>Numbers of the streams: kept, or a seed makes other content.</summary>
internal static class DemoStream
{
    public const int Names = 1;
    public const int Budgets = 2;
    public const int Figures = 3;
    public const int Families = 4;
    public const int Meetings = 5;
    public const int Proposals = 6;
}
