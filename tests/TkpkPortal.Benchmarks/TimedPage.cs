using System.Diagnostics;

namespace TkpkPortal.Benchmarks;

/// <summary>One address asked for by one visitor, and how long each answer took.</summary>
internal sealed class TimedPage(string name, string path, Visitor visitor)
{
    private readonly List<List<double>> _rounds = [];

    public string Name => name;

    public int Size { get; private set; }

    /// <summary>Runs before each request, outside the time taken: a write, for instance, after which nothing kept in memory may be used.</summary>
    public Action? BeforeEach { get; init; }

    public void BeginRound() => _rounds.Add([]);

    public async Task WarmUpAsync(int requests)
    {
        for (var i = 0; i < requests; i++) Size = (await visitor.GetAsync(path)).Length;
    }

    public async Task TimeAsync(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            BeforeEach?.Invoke();
            var start = Stopwatch.GetTimestamp();
            Size = (await visitor.GetAsync(path)).Length;
            _rounds[^1].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>The median over the rounds of a percentile within each.</summary>
    public double Median(double part) => ResultTable.Median(_rounds.Select(r => ResultTable.Percentile(r, part)));

    public double Last(double part) => ResultTable.Percentile(_rounds[^1], part);

    /// <summary>The median over the rounds of each round's own ratio.</summary>
    public double RatioTo(TimedPage other) =>
        ResultTable.Median(_rounds.Zip(other._rounds, (own, its) => ResultTable.Percentile(own, 0.5) / ResultTable.Percentile(its, 0.5)));

    /// <summary>SQL commands of one request, sign-in and scope included, as Npgsql reports them.</summary>
    public async Task<int> CommandsAsync()
    {
        var commands = 0;
        // The page as it stands after somebody else has just read it.
        BeginRound();
        await TimeAsync(1);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is not null || activity.GetTagItem("db.statement") is not null) Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await TimeAsync(1);
        _rounds.RemoveAt(_rounds.Count - 1);
        return commands;
    }
}
