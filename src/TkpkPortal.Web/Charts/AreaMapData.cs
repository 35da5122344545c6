using TkpkPortal.Core.Areas;

namespace TkpkPortal.Web.Charts;

/// <summary>One area on a map; <see cref="Code"/> finds its boundary. <see cref="Value"/> null: hatched, never white.</summary>
public sealed record MapArea(string Code, string Name, decimal? Value, string? Href = null);

/// <summary>Areas coloured by class. Those without a boundary on the sheet, or all without a sheet, become tiles.</summary>
public sealed record AreaMapData(IReadOnlyList<MapArea> Areas, MapClasses Classes, string Unit)
{
    public MapSheet? Sheet { get; init; }

    /// <summary>Path data of borders drawn over the areas: <see cref="MapSheet.OutlinesOf"/>.</summary>
    public IReadOnlyList<string> Outlines { get; init; } = [];

    public IReadOnlyList<MapArea> WithBoundary => [.. Areas.Where(a => ShapeOf(a) is not null)];

    public IReadOnlyList<MapArea> WithoutBoundary => [.. Areas.Where(a => ShapeOf(a) is null)];

    internal bool AnyWithoutValue => Areas.Any(a => a.Value is null);

    internal bool Linked => Areas.Any(a => a.Href is not null);

    internal MapShape? ShapeOf(MapArea area) => Sheet?.Find(area.Code);

    internal string TitleOf(MapArea area) => $"{area.Name}: {(area.Value is { } value ? ChartText.Measure(value, Classes.Decimals, Unit) : "tidak ada data")}";

    internal string Description
    {
        get
        {
            var known = Areas.Where(a => a.Value is not null).OrderByDescending(a => a.Value).ToList();
            if (known.Count == 0) return "Belum ada data.";
            string highest = string.Join(", ", known.Take(3).Select(a => $"{a.Name} {ChartText.Measure(a.Value!.Value, Classes.Decimals, Unit)}"));
            string lowest = known.Count > 3 ? $" Terendah {known[^1].Name} {ChartText.Measure(known[^1].Value!.Value, Classes.Decimals, Unit)}." : "";
            string missing = AnyWithoutValue ? $" Tanpa data: {Areas.Count - known.Count} wilayah." : "";
            return $"Tertinggi {highest}.{lowest}{missing}";
        }
    }
}
