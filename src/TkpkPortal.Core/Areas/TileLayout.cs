namespace TkpkPortal.Core.Areas;

/// <summary>Rows and columns of equal tiles for areas whose boundaries are not known.</summary>
public sealed record TileLayout(int Count, int Columns, int Rows, double TileWidth, double TileHeight)
{
    const double Gap = 4, LowestTile = 30, HighestTile = 44, NarrowestTile = 30;

    public double Width => Columns * (TileWidth + Gap) - Gap;

    public double Height => Rows == 0 ? 0 : Rows * (TileHeight + Gap) - Gap;

    /// <summary>Fills the width; tiles are as wide as a grid of at most about <paramref name="height"/> allows.</summary>
    public static TileLayout For(int count, double width = 340, double height = 230)
    {
        if (count == 0) return new TileLayout(0, 0, 0, 0, 0);
        int most = (int)((width + Gap) / (NarrowestTile + Gap));
        int rowsThatFit = (int)((height + Gap) / (LowestTile + Gap));
        int columns = Math.Clamp((int)Math.Ceiling(count / (double)rowsThatFit), Math.Min(count, 4), most);
        int rows = (int)Math.Ceiling(count / (double)columns);
        double tall = Math.Clamp((height + Gap) / rows - Gap, LowestTile, HighestTile);
        return new TileLayout(count, columns, rows, (width + Gap) / columns - Gap, tall);
    }

    /// <summary>Upper left corner of the tile with this index, row by row.</summary>
    public (double X, double Y) CornerOf(int index) =>
        (index % Columns * (TileWidth + Gap), index / Columns * (TileHeight + Gap));
}
