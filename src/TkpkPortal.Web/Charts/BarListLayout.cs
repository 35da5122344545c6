namespace TkpkPortal.Web.Charts;

internal sealed record BarListRow(IReadOnlyList<ChartLabel> Name, ChartRect Bar, double ValueX, double ValueY, string Value, string Share, string? Href);

/// <summary>Names stand left of the bars where all are short, else each above its bar, so that a name never meets a bar.</summary>
internal sealed class BarListLayout
{
    const double WidestGutter = 128, BarHeight = 14, Pitch = 23, FirstBaseline = 16, Gap = 6;

    readonly BarListData _data;
    readonly double _gutter, _room;
    readonly bool _stacked;

    public BarListLayout(BarListData data)
    {
        _data = data;
        double widest = data.ShownRows.Select(r => TextMetrics.Width(r.Name, bold: true)).DefaultIfEmpty().Max() + 10;
        _stacked = widest > WidestGutter;
        _gutter = _stacked ? 1 : Math.Max(60, widest);
        _room = 340 - _gutter - Gap - data.ShownRows.Select(r => TextMetrics.Width(ValueOf(r), bold: true) + TextMetrics.Width(ShareOf(r)) + 2).DefaultIfEmpty().Max();
        (Rows, double y) = PlaceRows();
        Rest = data.Rest is { } rest ? (rest.Name, ValueOf(rest), ShareOf(rest), y + 1) : null;
        Height = Rest is null ? y : y + 27;
    }

    public IReadOnlyList<BarListRow> Rows { get; }

    /// <summary>The rows that are not drawn, as one line of text; Y is the rule above it.</summary>
    public (string Name, string Value, string Share, double Y)? Rest { get; }

    public double Height { get; }

    public bool Linked => _data.ShownRows.Any(r => r.Href is not null);

    public string Description => string.Join(", ", _data.ShownRows.Append(_data.Rest).OfType<BarRow>()
        .Select(r => $"{r.Name} {ChartText.Measure(r.Value, _data.Decimals, _data.Unit)}{ShareOf(r)}")) + ".";

    (List<BarListRow>, double) PlaceRows()
    {
        var rows = new List<BarListRow>();
        decimal highest = Math.Max(_data.ShownRows.Select(r => r.Value).DefaultIfEmpty().Max(), 0);
        double y = 0;
        foreach (var row in _data.ShownRows)
        {
            var name = _stacked ? TextMetrics.Wrap(row.Name, 336, bold: true) : [row.Name];
            double bar = _stacked ? y + 5 + name.Count * TextMetrics.LineHeight : y + 5;
            double width = highest == 0 ? 0 : _room * (double)(Math.Max(row.Value, 0) / highest);
            rows.Add(new BarListRow(
                [.. name.Select((line, i) => new ChartLabel(0, y + (_stacked ? 13 : FirstBaseline) + i * TextMetrics.LineHeight, line))],
                new ChartRect(_gutter, bar, width, BarHeight, ClassOf(rows.Count), $"{row.Name}: {ChartText.Measure(row.Value, _data.Decimals, _data.Unit)}{ShareOf(row)}"),
                _gutter + width + Gap, bar + 11, ValueOf(row), ShareOf(row), row.Href));
            y = _stacked ? bar + BarHeight + 6 : y + Pitch;
        }
        return (rows, y);
    }

    string ClassOf(int index) => (_data.Tone, index < _data.Solid) switch
    {
        (ChartTone.Gap, true) => "fg",
        (ChartTone.Gap, false) => "fg2",
        (_, true) => "f1",
        _ => "f2",
    };

    string ValueOf(BarRow row) => ChartText.Number(row.Value, _data.Decimals);

    static string ShareOf(BarRow row) => row.Share is { } share ? $" ({ChartText.Percent(share)})" : "";
}
