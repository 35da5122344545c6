using TkpkPortal.Core.Areas;

namespace TkpkPortal.Web.Charts;

internal sealed record MapMark(string Class, string? Fill, string Path, string Title, string? Href);

/// <summary>Shapes and the labels that fit inside them: the value, and the name under it where both have room.</summary>
internal sealed class AreaMapLayout(AreaMapData data, string id)
{
    const double ValueHeight = 12, WithNameHeight = 22, Padding = 2;
    const int ManyAreas = 40;
    int? _labelDecimals;

    public string Class => Crowded ? "chart map map--fine" : "chart map";

    public IEnumerable<MapMark> Marks => data.WithBoundary.Select(area =>
    {
        int shade = data.Classes.Of(area.Value);
        return new MapMark(data.Classes.CssOf(shade), HatchFor(shade, id), data.ShapeOf(area)!.Path, data.TitleOf(area), area.Href);
    });

    /// <summary>None on a map of many small areas, where the few that fit would look like the only ones known.</summary>
    public IEnumerable<ChartLabel> Labels => Crowded ? [] : data.WithBoundary.SelectMany(LabelsOf);

    /// <summary>Fill attribute of an area without data; null where the class gives the colour.</summary>
    public static string? HatchFor(int shade, string id) => shade == 0 ? $"url(#{id}-h)" : null;

    bool Crowded => data.WithBoundary.Count > ManyAreas;

    /// <summary>As many decimals as all areas have room for, so that one map does not mix two precisions.</summary>
    int LabelDecimals => _labelDecimals ??= data.WithBoundary.All(a => a.Value is null || PlaceOf(a, a.Value.Value, data.Classes.Decimals) is not null)
        ? data.Classes.Decimals
        : 0;

    IEnumerable<ChartLabel> LabelsOf(MapArea area)
    {
        if (area.Value is not { } value || data.ShapeOf(area) is not { } shape) return [];
        // 29,7 must not read 30 in the class that ends at 29,9.
        int decimals = data.Classes.Of(decimal.Round(value, LabelDecimals, MidpointRounding.AwayFromZero)) == data.Classes.Of(value) ? LabelDecimals : data.Classes.Decimals;
        string text = ChartText.Number(value, decimals), tone = MapClasses.TextCssOf(data.Classes.Of(value));
        double wide = Math.Max(TextMetrics.Width(text, bold: true), TextMetrics.Width(area.Name, size: TextMetrics.PlaceNameSize));
        if (shape.FindPlace(wide + Padding, WithNameHeight) is { } both)
            return [ValueAt(both, -1), new ChartLabel(both.X, both.Y + 9, area.Name, $"{tone} name")];
        return PlaceOf(area, value, decimals) is { } place ? [ValueAt(place, 4.5)] : [];

        ChartLabel ValueAt(LabelPlace at, double down) => new(at.X, at.Y + down, text, $"{tone} b");
    }

    LabelPlace? PlaceOf(MapArea area, decimal value, int decimals) =>
        data.ShapeOf(area)!.FindPlace(TextMetrics.Width(ChartText.Number(value, decimals), bold: true) + Padding, ValueHeight);
}
