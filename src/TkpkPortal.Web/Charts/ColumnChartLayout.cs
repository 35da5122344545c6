namespace TkpkPortal.Web.Charts;

/// <summary>Where everything of a column chart stands: figures are written over the first, highest, lowest and last column only.</summary>
internal sealed class ColumnChartLayout
{
    const double Top = 36, Bottom = 200, YearsAt = 218, Left = 4, Right = 336, Lift = 14, NoteAt = 240, HalfYear = 15;

    readonly ColumnChartData _data;
    readonly int _first;
    readonly double _pitch;
    readonly decimal _low, _high;

    ColumnChartLayout(ColumnChartData data)
    {
        _data = data;
        _first = data.Years[0];
        _pitch = Math.Min((Right - Left) / data.Years.Count, 70);
        _low = Math.Min(0, data.Known.Min(p => p.Value!.Value));
        _high = Math.Max(0, data.Known.Max(p => p.Value!.Value));
        if (_low == _high) _high = 1;
    }

    public static ColumnChartLayout? Of(ColumnChartData data) => data.Known.Count > 0 ? new ColumnChartLayout(data) : null;

    public double Height => HasProvisional ? 246 : 224;

    public string AxisPath => $"M{SvgNumber.N(Left)} {SvgNumber.N(Y(0))}H{SvgNumber.N(Right)}";

    public IEnumerable<ChartRect> Columns => _data.Known.Select(p => new ChartRect(
        Middle(p.Year) - Wide / 2, TopOf(p), Wide, Y(Math.Min(0, p.Value!.Value)) - TopOf(p), ClassOf(p), TitleOf(p)));

    public IEnumerable<ChartLabel> MissingYears => _data.Years.Where(y => _data.ValueOf(y) is null)
        .Select(y => new ChartLabel(Middle(y), Y(0) - 6, $"{y}: tidak ada data", null, "middle"));

    public IEnumerable<ChartLabel> YearLabels => YearTicks.Choose(_first, _data.Years[^1], _pitch)
        .Select(y => new ChartLabel(Math.Clamp(Middle(y), HalfYear, 340 - HalfYear), YearsAt, $"{y}", null, "middle"));

    public ChartLabel? ProvisionalNote => HasProvisional ? new ChartLabel(20, NoteAt, "angka sementara") : null;

    /// <summary>
    /// Each stands clear of all columns and of each other, if need be higher with a hairline, else it is left out;
    /// the last one, which the chart is about, never is.
    /// </summary>
    public IReadOnlyList<(ChartLabel Label, string? Leader)> ValueLabels()
    {
        List<ChartPoint> spoken = [.. new[] { _data.Known[0], Highest, Lowest, _data.Known[^1] }.Distinct()];
        while (true)
        {
            var labels = Place(spoken);
            if (labels.Any(l => l.Label.Class is not null)) return labels;
            spoken.RemoveAt(spoken.Count - 2);
        }
    }

    List<(ChartLabel Label, string? Leader)> Place(IEnumerable<ChartPoint> spoken)
    {
        var placed = new List<(double From, double To, double Y)>();
        var labels = new List<(ChartLabel, string?)>();
        foreach (var point in spoken)
        {
            bool last = point == _data.Known[^1];
            string text = ChartText.Number(point.Value!.Value, _data.Decimals);
            double wide = TextMetrics.Width(text, last), middle = Math.Clamp(Middle(point.Year), wide / 2, 340 - wide / 2);
            var (from, to) = (middle - wide / 2, middle + wide / 2);
            double y = _data.Known.Where(p => Middle(p.Year) + Wide / 2 > from && Middle(p.Year) - Wide / 2 < to).Min(TopOf) - 6;
            while (placed.Any(other => other.From < to + 3 && other.To > from - 3 && Math.Abs(other.Y - y) < Lift)) y -= Lift;
            if (y < 10) continue;
            placed.Add((from, to, y));
            string? leader = TopOf(point) - y > 12 ? $"M{SvgNumber.N(Middle(point.Year))} {SvgNumber.N(y + 4)}V{SvgNumber.N(TopOf(point) - 3)}" : null;
            labels.Add((new ChartLabel(middle, y, text, last ? "t1 b" : null, "middle"), leader));
        }
        return labels;
    }

    public string Description
    {
        get
        {
            string Figure(ChartPoint p) => $"{ChartText.Measure(p.Value!.Value, _data.Decimals, _data.Unit)} pada {p.Year}{(p.Provisional ? " (angka sementara)" : "")}";
            var known = _data.Known;
            return known.Count == 1
                ? $"{Figure(known[0])}."
                : $"{Figure(known[0])}, {Figure(known[^1])}. Tertinggi {Figure(Highest)}, terendah {Figure(Lowest)}.";
        }
    }

    ChartPoint Highest => _data.Known.MaxBy(p => p.Value)!;

    ChartPoint Lowest => _data.Known.MinBy(p => p.Value)!;

    bool HasProvisional => _data.Known.Any(p => p.Provisional);

    double Wide => _pitch * 0.8;

    double Middle(int year) => Left + (Right - Left - _pitch * _data.Years.Count) / 2 + _pitch * (year - _first + 0.5);

    double Y(decimal value) => Bottom - (Bottom - Top) * (double)((value - _low) / (_high - _low));

    double TopOf(ChartPoint p) => Y(Math.Max(0, p.Value!.Value));

    string ClassOf(ChartPoint p) => p switch
    {
        { Provisional: true } => "k1 hollow",
        _ when p == _data.Known[^1] => "f1",
        _ => "f2",
    };

    string TitleOf(ChartPoint p) => $"{p.Year}: {ChartText.Measure(p.Value!.Value, _data.Decimals, _data.Unit)}{(p.Provisional ? ", angka sementara" : "")}";
}
