namespace TkpkPortal.Web.Charts;

/// <summary>A value axis with round ticks. It starts at 0 where that costs little height, else at a round number that must be told.</summary>
internal sealed record ValueAxis(decimal Start, decimal End, IReadOnlyList<decimal> Ticks)
{
    const decimal ZeroIsNear = 0.35m;
    const int MostSteps = 4;

    public static ValueAxis For(IReadOnlyCollection<decimal> values)
    {
        decimal low = values.Min(), high = values.Max();
        if (low == high)
        {
            decimal room = Math.Max(Math.Abs(low) * 0.1m, 0.5m);
            (low, high) = (low >= 0 ? Math.Max(0, low - room) : low - room, high + room);
        }
        if (low >= 0 && low <= ZeroIsNear * high) low = 0;
        decimal step = StepFor(high - low);
        decimal start = Math.Floor(low / step) * step;
        var ticks = new List<decimal>();
        for (decimal tick = start; tick <= high; tick += step) ticks.Add(tick);
        return new ValueAxis(start, Math.Max(high, ticks[^1]), ticks);
    }

    public double ShareOf(decimal value) => (double)((value - Start) / (End - Start));

    static decimal StepFor(decimal span)
    {
        decimal power = 1;
        while (power * 10 <= span / MostSteps) power *= 10;
        while (power > span / MostSteps) power /= 10;
        return new[] { 1m, 2m, 2.5m, 5m, 10m }.Select(factor => factor * power).First(step => span / step <= MostSteps);
    }
}
