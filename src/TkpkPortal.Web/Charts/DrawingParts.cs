namespace TkpkPortal.Web.Charts;

/// <summary>A text at its baseline. <see cref="Anchor"/> null: starts at X.</summary>
internal sealed record ChartLabel(double X, double Y, string Text, string? Class = null, string? Anchor = null);

internal sealed record ChartRect(double X, double Y, double Width, double Height, string Class, string Title);

internal sealed record ChartMark(string Path, string Class, string Title);

/// <summary>How the series at a position is drawn: never told apart by colour alone.</summary>
internal sealed record SeriesStyle(string Stroke, string Fill, string Text, string? Dash, double Width)
{
    static readonly SeriesStyle[] ByPosition =
    [
        new("k1", "f1", "t1 b", null, 3),
        new("k2", "fg", "t2", "7 4", 2),
        new("k3", "f3", "t3", "2 4", 2),
        new("k4", "f4", "t4", null, 3),
    ];

    public static int Count => ByPosition.Length;

    public static SeriesStyle At(int position) => ByPosition[position];

    public bool Bold => Text.Contains(" b", StringComparison.Ordinal);

    /// <summary>Only the light fourth colour needs an ink line beneath to be seen on white.</summary>
    public bool Outlined => Stroke == "k4";

    public string MarkerAt(double x, double y) => Stroke switch
    {
        "k1" => $"M{SvgNumber.N(x - 4.5)} {SvgNumber.N(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
        "k2" => $"M{SvgNumber.N(x - 4)} {SvgNumber.N(y - 4)}h8v8h-8z",
        "k3" => $"M{SvgNumber.N(x)} {SvgNumber.N(y - 5)}l5 9h-10z",
        _ => $"M{SvgNumber.N(x)} {SvgNumber.N(y - 5.5)}l5.5 5.5-5.5 5.5-5.5-5.5z",
    };
}
