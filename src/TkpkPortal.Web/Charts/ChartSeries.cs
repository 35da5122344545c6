namespace TkpkPortal.Web.Charts;

/// <summary>One year's figure. <see cref="Value"/> null: not published, which breaks the line. Provisional: "angka sementara".</summary>
public sealed record ChartPoint(int Year, decimal? Value, bool Provisional = false);

/// <summary>A named series. <see cref="Label"/> is what stands at the end of its line where <see cref="Name"/> is too long.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, string? Label = null)
{
    public IReadOnlyList<ChartPoint> Points { get; } = Points;

    /// <summary>The points that have a figure, in order of years.</summary>
    internal IReadOnlyList<ChartPoint> Known { get; } = [.. Points.Where(p => p.Value is not null).OrderBy(p => p.Year)];

    public decimal? ValueOf(int year) => Points.FirstOrDefault(p => p.Year == year)?.Value;
}

/// <summary>From this year on figures cannot be compared with those before, for the given reason.</summary>
public sealed record ChartBreak(int Year, string Reason);
