using NetTopologySuite.Geometries;

namespace TkpkPortal.Core.Areas;

/// <summary>The outline of one area: its Kemendagri code and a polygon or multipolygon in WGS 84 (x = longitude, y = latitude).</summary>
public sealed record Boundary(string Code, Geometry Shape)
{
    /// <summary>How deep the code lies: 1 province, 2 regency, 3 district, 4 village.</summary>
    public int Level => Code.Count(c => c == '.') + 1;

    /// <summary>The code of the area above: <c>18.04.04.2002</c> lies in <c>18.04.04</c>; null for a province.</summary>
    public string? ParentCode => Code.LastIndexOf('.') is var dot and > 0 ? Code[..dot] : null;
}
