using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace TkpkPortal.Core.Areas;

/// <summary>Plate carrée with the cosine of the middle latitude: true enough at the size of a regency, and north is up.</summary>
internal sealed class MapProjection
{
    readonly AffineTransformation _toFrame;

    MapProjection(AffineTransformation toFrame, double height) => (_toFrame, Height) = (toFrame, height);

    public double Height { get; }

    /// <summary>Fits the envelope into a frame of the given width and at most the given height, with a margin on all sides.</summary>
    public static MapProjection Fit(Envelope lonLat, double width, double maxHeight, double margin)
    {
        double squeeze = Math.Cos(lonLat.Centre.Y * Math.PI / 180);
        double wide = Math.Max(lonLat.Width * squeeze, 1e-9), tall = Math.Max(lonLat.Height, 1e-9);
        double scale = Math.Min((width - 2 * margin) / wide, (maxHeight - 2 * margin) / tall);
        double left = (width - wide * scale) / 2;
        var toFrame = new AffineTransformation()
            .Translate(-lonLat.MinX, -lonLat.MaxY)
            .Scale(squeeze * scale, -scale)
            .Translate(left, margin);
        return new MapProjection(toFrame, Math.Round(tall * scale + 2 * margin, 1));
    }

    public Geometry Project(Geometry lonLat) => _toFrame.Transform(lonLat);
}
