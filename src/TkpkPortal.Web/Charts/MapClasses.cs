namespace TkpkPortal.Web.Charts;

/// <summary>
/// Five map classes with four fixed bounds, the same every year so that maps can be compared. A value on a bound belongs
/// to the class above. Values are classed as they are printed, rounded to <see cref="Decimals"/>.
/// </summary>
public sealed record MapClasses(IReadOnlyList<decimal> Bounds, int Decimals = 1, ChartTone Tone = ChartTone.Nila)
{
    const int FirstDark = 4;

    public IReadOnlyList<decimal> Bounds { get; } = Bounds is { Count: 4 } && Bounds.Zip(Bounds.Skip(1)).All(b => b.First < b.Second)
        ? Bounds
        : throw new ArgumentException("A map has five classes: four rising bounds.", nameof(Bounds));

    /// <summary>1 to 5; 0 without a value.</summary>
    public int Of(decimal? value) => value is { } known
        ? 1 + Bounds.Count(b => decimal.Round(known, Decimals, MidpointRounding.AwayFromZero) >= b)
        : 0;

    /// <summary>Words of a class: "di bawah 15", "15–19,9", "30 ke atas".</summary>
    public string LabelOf(int @class) => @class switch
    {
        1 => $"di bawah {ChartText.Short(Bounds[0])}",
        5 => $"{ChartText.Short(Bounds[3])} ke atas",
        > 1 and < 5 => Span(Bounds[@class - 2], Bounds[@class - 1] - Smallest),
        _ => "tidak ada data",
    };

    internal string CssOf(int @class) => @class == 0 ? "m0" : $"{(Tone == ChartTone.Gap ? "g" : "m")}{@class}";

    internal static string TextCssOf(int @class) => @class >= FirstDark ? "light" : "dark";

    decimal Smallest => Decimals switch { 0 => 1m, 1 => 0.1m, 2 => 0.01m, _ => 0.001m };

    static string Span(decimal low, decimal high) => low == high ? ChartText.Short(low) : $"{ChartText.Short(low)}–{ChartText.Short(high)}";
}
