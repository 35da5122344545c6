using TkpkPortal.Core.Areas;

namespace TkpkPortal.Web.Charts;

internal sealed record Tile(ChartRect Box, string? Fill, IReadOnlyList<ChartLabel> Labels, string? Href);

internal sealed class TileGridLayout
{
    const double Frame = 1;

    public TileGridLayout(AreaMapData data, string id)
    {
        var grid = TileLayout.For(data.Areas.Count, 340 - 2 * Frame);
        Height = grid.Height + 2 * Frame;
        Tiles = [.. data.Areas.Select((area, i) => TileAt(data, area, grid, grid.CornerOf(i), id))];
    }

    public double Height { get; }

    public IReadOnlyList<Tile> Tiles { get; }

    static Tile TileAt(AreaMapData data, MapArea area, TileLayout grid, (double X, double Y) corner, string id)
    {
        int shade = data.Classes.Of(area.Value);
        double x = corner.X + Frame, y = corner.Y + Frame, middle = x + grid.TileWidth / 2, centre = y + grid.TileHeight / 2;
        string tone = MapClasses.TextCssOf(shade), value = area.Value is { } known ? ChartText.Number(known, data.Classes.Decimals) : "";
        bool named = TextMetrics.Width(area.Name, size: TextMetrics.PlaceNameSize) <= grid.TileWidth - 4;
        List<ChartLabel> labels = [];
        if (value != "" && TextMetrics.Width(value, bold: true) <= grid.TileWidth) labels.Add(new ChartLabel(middle, centre + (named ? -1 : 4.5), value, $"{tone} b"));
        if (named && value != "") labels.Add(new ChartLabel(middle, centre + 10, area.Name, $"{tone} name"));
        return new Tile(new ChartRect(x, y, grid.TileWidth, grid.TileHeight, data.Classes.CssOf(shade), data.TitleOf(area)), AreaMapLayout.HatchFor(shade, id), labels, area.Href);
    }
}
