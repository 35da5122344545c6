using System.Globalization;

namespace TkpkPortal.Benchmarks;

/// <summary>The one table this program prints.</summary>
internal sealed class ResultTable
{
    private static readonly string[] Heads = ["Ukuran", "p50", "p95", "rasio", "sasaran", "hasil", "catatan"];

    private readonly List<string[]> _rows = [];

    public void Add(string name, string p50 = "", string p95 = "", string ratio = "", string goal = "", bool? met = null, string note = "") =>
        _rows.Add([name, p50, p95, ratio, goal, met switch { true => "tercapai", false => "TIDAK TERCAPAI", null => "" }, note]);

    public void Print(TextWriter output)
    {
        var all = _rows.Prepend(Heads).ToList();
        var widths = Enumerable.Range(0, Heads.Length).Select(i => all.Max(r => r[i].Length)).ToList();
        Line(Heads);
        output.WriteLine($"|{string.Join('|', widths.Select((w, i) => new string('-', w + 1) + (i is 0 or > 4 ? "-" : ":")))}|");
        foreach (var row in _rows) Line(row);

        void Line(string[] cells) => output.WriteLine($"|{string.Join('|', cells.Select((c, i) => i is 0 or > 4 ? $" {c.PadRight(widths[i])} " : $" {c.PadLeft(widths[i])} "))}|");
    }

    public static string Milliseconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " ms";

    public static string Seconds(TimeSpan value) => value.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    public static string Times(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + "x";

    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture) + " MB";

    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);
}
