namespace TkpkPortal.Web.Charts;

/// <summary>Nila for amounts, soga for gaps.</summary>
public enum ChartTone { Nila, Gap }

/// <summary>One bar. <see cref="Of"/> is the whole the value is a share of, for instance all target families of the district.</summary>
public sealed record BarRow(string Name, decimal Value, decimal? Of = null, string? Href = null)
{
    /// <summary>In percent; null without a whole.</summary>
    public decimal? Share => Of is > 0 ? Value / Of * 100 : null;
}

/// <summary>Bars from the largest down. The first <see cref="Solid"/> are the ones spoken of; what does not fit is summed in a last row.</summary>
public sealed record BarListData(IReadOnlyList<BarRow> Rows, string Unit, int Decimals = 0)
{
    public IReadOnlyList<BarRow> Rows { get; } = [.. Rows.OrderByDescending(r => r.Value).ThenBy(r => r.Name, StringComparer.Ordinal)];

    public int Shown { get; init; } = 7;

    public int Solid { get; init; } = 4;

    public ChartTone Tone { get; init; } = ChartTone.Gap;

    /// <summary>What a row is, for "8 kecamatan lain".</summary>
    public string Noun { get; init; } = "wilayah";

    /// <summary>A lone row too many is shown, not summed.</summary>
    public IReadOnlyList<BarRow> ShownRows => [.. Rows.Take(Rows.Count == Shown + 1 ? Rows.Count : Shown)];

    /// <summary>The sum of the rows that are not shown; null when all are.</summary>
    public BarRow? Rest => Rows.Count == ShownRows.Count ? null : new BarRow(
        $"{Rows.Count - ShownRows.Count} {Noun} lain",
        Rows.Skip(ShownRows.Count).Sum(r => r.Value),
        Rows.Skip(ShownRows.Count).All(r => r.Of is not null) ? Rows.Skip(ShownRows.Count).Sum(r => r.Of) : null);
}
