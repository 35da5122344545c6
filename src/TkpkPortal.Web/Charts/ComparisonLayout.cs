namespace TkpkPortal.Web.Charts;

internal sealed record ComparisonBar(IReadOnlyList<ChartLabel> Name, ChartRect? Bar, ChartLabel Value);

internal sealed class ComparisonLayout
{
    const double Pitch = 19, BarHeight = 12, WidestName = 148, Gap = 6;

    readonly ComparisonData _data;
    readonly double _gutter, _room;
    readonly decimal _low, _high;

    public ComparisonLayout(ComparisonData data)
    {
        _data = data;
        _gutter = Gap + data.Rows.SelectMany(r => NameOf(r)).Select(line => TextMetrics.Width(line, bold: true)).DefaultIfEmpty().Max();
        _room = 340 - _gutter - Gap - data.Rows.Select(r => TextMetrics.Width(ValueOf(r), bold: true)).DefaultIfEmpty().Max();
        _low = Math.Min(0, data.Rows.Min(r => r.Value) ?? 0);
        _high = Math.Max(0, data.Rows.Max(r => r.Value) ?? 0);
        if (_low == _high) _high = 1;
        double y = 0;
        Bars = [.. data.Rows.Select(row =>
        {
            int lines = NameOf(row).Count;
            double height = Pitch + (lines - 1) * 13;
            y += height;
            return BarAt(row, y - height, height);
        })];
        Height = y + 2;
    }

    public IReadOnlyList<ComparisonBar> Bars { get; }

    public double Height { get; }

    public string Description => string.Join(", ", _data.Rows.Where(r => r.Value is not null).Select(r => $"{r.Name} {ValueOf(r)}")) + $" {_data.Unit}.";

    ComparisonBar BarAt(ComparisonRow row, double top, double height)
    {
        string? strong = row.Kind == ComparisonKind.Ours ? "strong" : null;
        double bar = top + 3 + (height - Pitch) / 2, start = X(Math.Min(0, row.Value ?? 0)), end = X(Math.Max(0, row.Value ?? 0));
        return new ComparisonBar(
            [.. NameOf(row).Select((line, i) => new ChartLabel(_gutter - Gap, top + 13 + i * 13, line, strong, "end"))],
            row.Value is null ? null : new ChartRect(start, bar, end - start, BarHeight, ClassOf(row.Kind), $"{row.Name}: {ChartText.Measure(row.Value.Value, _data.Decimals, _data.Unit)}"),
            new ChartLabel(end + Gap, bar + 10, ValueOf(row), row.Value is null ? null : "strong"));
    }

    double X(decimal value) => _gutter + _room * (double)((value - _low) / (_high - _low));

    string ValueOf(ComparisonRow row) => row.Value is { } value ? ChartText.Number(value, _data.Decimals) : "tidak ada data";

    static IReadOnlyList<string> NameOf(ComparisonRow row) => TextMetrics.Wrap(row.Name, WidestName, row.Kind == ComparisonKind.Ours);

    static string ClassOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Ours => "f1",
        ComparisonKind.Reference => "track",
        _ => "f2",
    };
}
