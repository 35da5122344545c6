namespace TkpkPortal.Web.Charts;

internal sealed record BudgetBar(IReadOnlyList<ChartLabel> Name, string Percent, double PercentY, IReadOnlyList<ChartRect> Parts, ChartMark? Tick, ChartLabel Words, string? Href);

/// <summary>Every pagu is the same outlined track; a realisasi beyond its pagu makes all tracks shorter, so that it can stand out.</summary>
internal sealed class BudgetLayout
{
    const double Left = 1, Room = 338, BarHeight = 13;

    readonly BudgetData _data;
    readonly double _perPercent;

    public BudgetLayout(BudgetData data)
    {
        _data = data;
        decimal most = Math.Max(data.Rows.Max(r => r.Absorption) ?? 100, Math.Max(100, data.Target ?? 100));
        _perPercent = Room / (double)most;
        double y = 0;
        Bars = [.. data.Rows.Select(row =>
        {
            var bar = BarAt(row, y);
            y = bar.Words.Y + 10;
            return bar;
        })];
        Height = Math.Max(0, y - 2);
    }

    public IReadOnlyList<BudgetBar> Bars { get; }

    public double Height { get; }

    public bool Linked => _data.Rows.Any(r => r.Href is not null);

    public string Description => string.Join(' ', _data.Rows.Select(r => $"{r.Name}: {WordsOf(r)}{(r.Absorption is { } share ? $", {ChartText.Percent(share)}" : "")}."));

    BudgetBar BarAt(BudgetRow row, double top)
    {
        string percent = row.Absorption is { } share ? ChartText.Percent(share) : "";
        var name = TextMetrics.Wrap(row.Name, 332 - TextMetrics.Width(percent, bold: true), bold: true);
        double bar = top + 21 + (name.Count - 1) * TextMetrics.LineHeight;
        double target = Left + _perPercent * (double)(_data.Target ?? 0);
        return new BudgetBar(
            [.. name.Select((line, i) => new ChartLabel(0, top + 14 + i * TextMetrics.LineHeight, line))],
            percent,
            top + 14,
            [.. PartsOf(row, bar)],
            _data.Target is null || row.Ceiling <= 0 ? null : new ChartMark($"M{SvgNumber.N(target)} {SvgNumber.N(bar - 3)}v19", "tick", $"Target {ChartText.Short(_data.Target.Value)} %"),
            new ChartLabel(0, top + (row.Ceiling > 0 ? 50 : 31) + (name.Count - 1) * TextMetrics.LineHeight, WordsOf(row)),
            row.Href);
    }

    IEnumerable<ChartRect> PartsOf(BudgetRow row, double y)
    {
        if (row.Ceiling <= 0) yield break;
        double full = _perPercent * 100;
        yield return new ChartRect(Left, y, full, BarHeight, "track", $"{row.Name}: pagu {ChartText.Rupiah(row.Ceiling)}");
        if (row.Absorption is not { } done) yield break;
        double filled = _perPercent * (double)Math.Max(done, 0);
        yield return new ChartRect(Left, y, Math.Min(filled, full), BarHeight, "f1", $"{row.Name}: {WordsOf(row)}");
        if (filled > full)
            yield return new ChartRect(Left + full, y, filled - full, BarHeight, "f2", $"{row.Name}: melebihi pagu {ChartText.Rupiah(row.Realized!.Value - row.Ceiling)}");
    }

    static string WordsOf(BudgetRow row) => row switch
    {
        { Ceiling: <= 0, Realized: { } realized } => $"{ChartText.Rupiah(realized)}, pagu belum diisi",
        { Ceiling: <= 0 } => "Pagu belum diisi",
        { Realized: null } => $"Belum dilaporkan, pagu {ChartText.Rupiah(row.Ceiling)}",
        _ => $"{ChartText.Rupiah(row.Realized.Value)} dari {ChartText.Rupiah(row.Ceiling)}",
    };
}
