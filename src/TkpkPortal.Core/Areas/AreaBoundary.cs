namespace TkpkPortal.Core.Areas;

/// <summary>The outline of one area, simplified together with its neighbours so that edges stay shared.</summary>
public sealed class AreaBoundary
{
    private AreaBoundary()
    {
    }

    public AreaBoundary(Guid areaId, byte[] shape, string source, DateTimeOffset importedAt)
    {
        AreaId = areaId;
        Replace(shape, source, importedAt);
    }

    public Guid AreaId { get; private set; }

    /// <summary>WKB, longitude and latitude in degrees.</summary>
    public byte[] Shape { get; private set; } = [];

    public string Source { get; private set; } = "";

    public DateTimeOffset ImportedAt { get; private set; }

    public void Replace(byte[] shape, string source, DateTimeOffset importedAt)
    {
        Shape = shape;
        Source = source;
        ImportedAt = importedAt;
    }
}
