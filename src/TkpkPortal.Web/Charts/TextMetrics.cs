namespace TkpkPortal.Web.Charts;

/// <summary>
/// How wide a text will be, without a font at hand: letters in groups, each as wide as the widest of the stack's faces
/// (Noto Sans; Arial is some 6 % narrower).
/// Sizes are those of the phone, where chart type is largest.
/// </summary>
internal static class TextMetrics
{
    public const double ChartSize = 13, PlaceNameSize = 8.6, LineHeight = 14;
    const double BoldFactor = 1.08;

    public static double Width(string text, bool bold = false, double size = ChartSize) =>
        text.Sum(Em) * size * (bold ? BoldFactor : 1);

    /// <summary>Breaks between words so that each line fits; a single longer word stays whole.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, bool bold = false)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", bold) <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }

    static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.27,
        ' ' or '.' or ',' or ':' or ';' or '/' or '!' => 0.29,
        'f' or 't' or 'I' or '(' or ')' or '-' or '"' => 0.36,
        'r' => 0.42,
        'c' or 's' or 'k' or 'v' or 'x' or 'y' or 'z' => 0.53,
        'm' or 'M' => 0.93,
        'w' => 0.79,
        'W' or '%' or '@' => 0.96,
        >= 'A' and <= 'Z' => 0.72,
        >= '0' and <= '9' => 0.575,
        _ => 0.61,
    };
}
