using System.Text;

namespace TkpkPortal.Web.Charts;

/// <summary>Where everything of a line chart stands in its frame of 340 units.</summary>
internal sealed class LineChartLayout
{
    const double Top = 16, Base = 200, YearsAt = 218, LabelGap = 10, NoteHeight = 17;

    readonly LineChartData _data;
    readonly ValueAxis _axis;
    readonly int _first, _last;
    readonly double _left, _right;

    LineChartLayout(LineChartData data)
    {
        _data = data;
        _axis = data.Axis;
        (_first, _last) = (data.Years[0], data.Years[^1]);
        _left = Math.Max(26, 10 + _axis.Ticks.Max(t => TextMetrics.Width(ChartText.Short(t))));
        _right = 340 - LabelGap - Math.Min(108, Ends().SelectMany(e => e.Lines.Select(l => TextMetrics.Width(l, e.Bold))).Max());
    }

    public static LineChartLayout? Of(LineChartData data) => data.HasFigures ? new LineChartLayout(data) : null;

    public double Height => 224 + NoteHeight * Notes.Count + (Notes.Count > 0 ? 4 : 0);

    public IEnumerable<ChartMark> GridLines => _axis.Ticks.Select(t =>
        new ChartMark($"M{SvgNumber.N(_left)} {SvgNumber.N(Y(t))}H{SvgNumber.N(_right)}", t == 0 && _axis.Start < 0 ? "axis" : "grid-line", ""));

    public IEnumerable<ChartLabel> AxisLabels =>
    [
        .. _axis.Ticks.Select(t => new ChartLabel(_left - 6, Y(t) + 4, ChartText.Short(t), null, "end")),
        .. YearTicks.Choose(_first, _last, X(_first + 1) - X(_first)).Select(y => new ChartLabel(X(y), YearsAt, $"{y}", null, "middle")),
    ];

    /// <summary>Last series first, so that ours lies on top.</summary>
    public IEnumerable<(SeriesStyle Style, string Path, string Name)> Lines => _data.Series
        .Select((s, i) => (SeriesStyle.At(i), PathOf(s), s.Name)).Reverse();

    public IEnumerable<ChartMark> Breaks => _data.Breaks
        .Where(b => b.Year > _first && b.Year <= _last)
        .Select(b => new ChartMark($"M{SvgNumber.N((X(b.Year - 1) + X(b.Year)) / 2)} {SvgNumber.N(Top - 8)}V{SvgNumber.N(Base)}", "break", $"{b.Year}: {b.Reason}"));

    public IEnumerable<ChartMark> TargetMarks => (_data.Target?.Known ?? []).Select(p =>
        new ChartMark($"M{SvgNumber.N(X(p.Year) - 6)} {SvgNumber.N(Y(p.Value!.Value))}h12", "tick", TitleOf(_data.Target!, p)));

    /// <summary>End of each line, every provisional figure, and figures with no neighbour to be joined to.</summary>
    public IEnumerable<ChartMark> Markers => _data.Series.SelectMany((s, i) => s.Known
        .Where(p => p.Provisional || p == s.Known[^1] || !(Joins(s, p.Year - 1) || Joins(s, p.Year)))
        .Select(p => new ChartMark(
            SeriesStyle.At(i).MarkerAt(X(p.Year), Y(p.Value!.Value)),
            p.Provisional ? $"{SeriesStyle.At(i).Stroke} hollow" : SeriesStyle.At(i).Fill,
            TitleOf(s, p)))).Reverse();

    /// <summary>Unseen spots that tell the figure under the pointer.</summary>
    public IEnumerable<(double X, double Y, string Title)> Spots => _data.Series.Reverse().SelectMany(s => s.Known
        .Select(p => (X(p.Year), Y(p.Value!.Value), TitleOf(s, p))));

    public IReadOnlyList<EndLabel> EndLabels => EndLabel.Spread(Ends().Select(e =>
        new EndLabel(e.Class, e.Lines, _right + LabelGap, 0, X(e.Point.Year), Y(e.Point.Value!.Value))), 0, Base + 12);

    /// <summary>The first figure of our own series, above or below its line, wherever no line runs.</summary>
    public ChartLabel? FirstLabel
    {
        get
        {
            if (_data.Series[0].Known is not [{ Value: { } value } first, _, ..]) return null;
            string text = ChartText.Number(value, _data.Decimals);
            double wide = TextMetrics.Width(text, bold: true);
            return new[] { Y(value) - 6, Y(value) + 17 }
                .Where(y => y < Base - 2 && !AnyLineCrosses(X(first.Year), wide, y))
                .Select(y => new ChartLabel(X(first.Year), y, text, SeriesStyle.At(0).Text))
                .FirstOrDefault();
        }
    }

    /// <summary>Lines of words under the years; a true first part stands for the hollow marker's key.</summary>
    public IReadOnlyList<(bool Hollow, string Text)> Notes =>
    [
        .. _data.Series.Any(s => s.Known.Any(p => p.Provisional)) ? [(true, "angka sementara")] : Array.Empty<(bool, string)>(),
        .. _data.Breaks.Where(b => b.Year > _first && b.Year <= _last)
            .SelectMany(b => TextMetrics.Wrap($"Garis tegak {b.Year}: {b.Reason}", 336)).Select(line => (false, line)),
    ];

    public double NoteAt(int index) => YearsAt + 4 + NoteHeight * (index + 1);

    public string Description => string.Join(' ', _data.Series.Append(_data.Target).OfType<ChartSeries>().Where(s => s.Known.Count > 0).Select(s =>
        s.Known is [var only] ? $"{TitleOf(s, only)}." : $"{s.Name}: {Figure(s.Known[0])}, {Figure(s.Known[^1])}."));

    double X(int year) => _first == _last ? _right : _left + (_right - _left) * (year - _first) / (_last - _first);

    double Y(decimal value) => Base - (Base - Top) * _axis.ShareOf(value);

    IEnumerable<(string Class, bool Bold, ChartPoint Point, IReadOnlyList<string> Lines)> Ends() =>
        _data.Series.Select((s, i) => (Series: s, SeriesStyle.At(i).Text, SeriesStyle.At(i).Bold))
            .Append((Series: _data.Target ?? new ChartSeries("", []), Text: "t4", Bold: false))
            .Where(e => e.Series.Known.Count > 0)
            .Select(e => (e.Text, e.Bold, e.Series.Known[^1],
                EndLabel.Text(e.Series.Label ?? e.Series.Name, ChartText.Number(e.Series.Known[^1].Value!.Value, _data.Decimals), e.Bold)));

    string PathOf(ChartSeries series)
    {
        var path = new StringBuilder();
        foreach (var point in series.Known)
            path.Append(Joins(series, point.Year - 1) ? 'L' : 'M').Append(SvgNumber.N(X(point.Year))).Append(' ').Append(SvgNumber.N(Y(point.Value!.Value)));
        return path.ToString();
    }

    /// <summary>Whether a line runs from this year to the next: both are known and no break in the series lies between.</summary>
    bool Joins(ChartSeries series, int year) =>
        series.ValueOf(year) is not null && series.ValueOf(year + 1) is not null && _data.Breaks.All(b => b.Year != year + 1);

    bool AnyLineCrosses(double x, double wide, double baseline) => _data.Series.Any(s => s.Known.Zip(s.Known.Skip(1)).Any(leg =>
        Enumerable.Range(0, 12).Select(step => x + wide * step / 11).Any(at => at >= X(leg.First.Year) && at <= X(leg.Second.Year)
            && Between(leg.First, leg.Second, at) is var y && y > baseline - 12 && y < baseline + 3)));

    double Between(ChartPoint a, ChartPoint b, double at) =>
        Y(a.Value!.Value) + (Y(b.Value!.Value) - Y(a.Value!.Value)) * (at - X(a.Year)) / (X(b.Year) - X(a.Year));

    string TitleOf(ChartSeries series, ChartPoint point) =>
        $"{series.Name}, {point.Year}: {ChartText.Measure(point.Value!.Value, _data.Decimals, _data.Unit)}{(point.Provisional ? ", angka sementara" : "")}";

    string Figure(ChartPoint p) => $"{ChartText.Measure(p.Value!.Value, _data.Decimals, _data.Unit)} pada {p.Year}{(p.Provisional ? " (angka sementara)" : "")}";
}
