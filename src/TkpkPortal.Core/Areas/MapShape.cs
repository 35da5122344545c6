using System.Collections.Concurrent;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace TkpkPortal.Core.Areas;

/// <summary>The middle of a place for a label, in the map frame's units.</summary>
public readonly record struct LabelPlace(double X, double Y);

/// <summary>One area as it is drawn: SVG path data, and the knowledge of where a label fits inside.</summary>
public sealed class MapShape
{
    readonly Polygon _largest;
    // A sheet is drawn once and shown to many; searching a place costs more than the rest of the drawing.
    readonly ConcurrentDictionary<(double, double), LabelPlace?> _places = new();

    internal MapShape(string code, Geometry inFrame)
    {
        Code = code;
        Path = SvgPath.Of(inFrame);
        _largest = Enumerable.Range(0, inFrame.NumGeometries)
            .Select(i => (Polygon)inFrame.GetGeometryN(i))
            .MaxBy(p => p.Area)!;
    }

    public string Code { get; }

    public string Path { get; }

    /// <summary>Where a box of this size lies wholly inside the area's largest part; null when it fits nowhere good.</summary>
    public LabelPlace? FindPlace(double width, double height) =>
        _places.GetOrAdd((Math.Ceiling(width), Math.Ceiling(height)), box => Search(box.Item1, box.Item2));

    LabelPlace? Search(double width, double height)
    {
        if (_largest.EnvelopeInternal.Width < width || _largest.EnvelopeInternal.Height < height) return null;
        // Squeezed so that the box becomes a square, the roomiest point for the box is the centre of the largest circle.
        var squeezed = AffineTransformation.ScaleInstance(1 / width, 1 / height).Transform(_largest);
        var centre = MaximumInscribedCircle.GetCenter(squeezed, 0.05).Coordinate;
        var place = new LabelPlace(Math.Round(centre.X * width, 1), Math.Round(centre.Y * height, 1));
        return Fits(place, width, height) ? place : null;
    }

    /// <summary>Whether a box of this size around the place lies wholly inside the area.</summary>
    public bool Fits(LabelPlace place, double width, double height) => _largest.Covers(_largest.Factory.ToGeometry(new Envelope(
        place.X - width / 2, place.X + width / 2, place.Y - height / 2, place.Y + height / 2)));
}
