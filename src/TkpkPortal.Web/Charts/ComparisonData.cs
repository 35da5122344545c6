namespace TkpkPortal.Web.Charts;

/// <summary>Ours is solid, peers light, province and nation (references) outlined.</summary>
public enum ComparisonKind { Ours, Peer, Reference }

public sealed record ComparisonRow(string Name, decimal? Value, ComparisonKind Kind = ComparisonKind.Peer);

/// <summary>One indicator in one year for all regencies, with province and nation among them; rows without a figure come last.</summary>
public sealed record ComparisonData(IReadOnlyList<ComparisonRow> Rows, string Unit, int Decimals = 2)
{
    public IReadOnlyList<ComparisonRow> Rows { get; } =
        [.. Rows.OrderBy(r => r.Value is null).ThenByDescending(r => r.Value).ThenBy(r => r.Kind).ThenBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>Our place from the top among the regencies that have a figure, references left out; null without our figure.</summary>
    public int? RankFromHighest => Rows.FirstOrDefault(r => r.Kind == ComparisonKind.Ours)?.Value is { } ours
        ? 1 + Ranked.Count(r => r.Value > ours)
        : null;

    public int RankedCount => Ranked.Count();

    IEnumerable<ComparisonRow> Ranked => Rows.Where(r => r.Value is not null && r.Kind != ComparisonKind.Reference);
}
