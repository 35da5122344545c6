using NetTopologySuite.Geometries;

namespace TkpkPortal.Core.Areas;

/// <summary>A drawn map: shapes in one frame, 340 units wide unless told otherwise, as tall as the land asks for.</summary>
public sealed class MapSheet
{
    const double Margin = 4;
    readonly MapProjection _projection;
    readonly Dictionary<string, MapShape> _byCode;

    MapSheet(MapProjection projection, double width, IReadOnlyList<MapShape> shapes)
    {
        _projection = projection;
        Width = width;
        Shapes = shapes;
        _byCode = shapes.ToDictionary(s => s.Code);
    }

    public double Width { get; }

    public double Height => _projection.Height;

    /// <summary>In the order of the boundaries that were drawn.</summary>
    public IReadOnlyList<MapShape> Shapes { get; }

    public MapShape? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Draws already simplified boundaries of one level. At least one is needed.</summary>
    public static MapSheet Draw(IReadOnlyList<Boundary> boundaries, double width = 340, double maxHeight = 320)
    {
        ArgumentOutOfRangeException.ThrowIfZero(boundaries.Count);
        var frame = boundaries.Aggregate(new Envelope(), (all, b) => all.ExpandedBy(b.Shape.EnvelopeInternal));
        var projection = MapProjection.Fit(frame, width, maxHeight, Margin);
        return new MapSheet(projection, width, [.. boundaries.Select(b => new MapShape(b.Code, projection.Project(b.Shape)))]);
    }

    /// <summary>Path data of further outlines in the same frame, for instance the districts over a map of villages.</summary>
    public IReadOnlyList<string> OutlinesOf(IEnumerable<Boundary> boundaries) =>
        [.. boundaries.Select(b => SvgPath.Of(_projection.Project(b.Shape)))];
}
