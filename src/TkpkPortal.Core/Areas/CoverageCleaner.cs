using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;
using NetTopologySuite.Operation.Polygonize;

namespace TkpkPortal.Core.Areas;

/// <summary>
/// Makes neighbours meet exactly. All rings are noded together on a grid, cut into faces, and every face is given to one
/// area: overlaps and narrow gaps to the area with the longest common border. A wide gap (a lake, a foreign enclave) stays.
/// </summary>
internal sealed class CoverageCleaner
{
    const double GridPerDegree = 100_000;
    // A gap wider than this share of the whole map's size is taken for a real hole.
    const double WidestSliver = 0.03;
    const double SmallestPart = 0.005;
    const int Nobody = -1;

    readonly Geometry[] _areas;
    readonly Polygon[] _faces;
    readonly List<(int Face, double Length)>[] _neighbours;
    readonly int[] _owner;

    CoverageCleaner(Geometry[] areas)
    {
        _areas = areas;
        _faces = FacesOf(areas);
        _neighbours = NeighboursOf(_faces);
        _owner = new int[_faces.Length];
    }

    public static Geometry[] Clean(Geometry[] areas)
    {
        var cleaner = new CoverageCleaner(areas);
        cleaner.GiveToTheirOnlyArea(out var disputed);
        cleaner.Settle(disputed);
        cleaner.Settle(cleaner.LooseParts());
        return cleaner.Rebuild();
    }

    void GiveToTheirOnlyArea(out Dictionary<int, int[]> disputed)
    {
        disputed = [];
        var locators = Array.ConvertAll(_areas, a => new IndexedPointInAreaLocator(a));
        double widest = WidestSliver * Math.Sqrt(_areas.Sum(a => a.Area));
        for (int face = 0; face < _faces.Length; face++)
        {
            var point = _faces[face].InteriorPoint.Coordinate;
            int[] claims = [.. Enumerable.Range(0, _areas.Length)
                .Where(a => _areas[a].EnvelopeInternal.Contains(point) && locators[a].Locate(point) != Location.Exterior)];
            _owner[face] = claims.Length switch
            {
                1 => claims[0],
                0 => Nobody,
                _ => claims.OrderBy(a => _areas[a].Area).Cast<int?>().FirstOrDefault(a => _areas[a!.Value].Area < 2 * _faces[face].Area) ?? Nobody,
            };
            if (_owner[face] == Nobody && (claims.Length > 0 || WidthOf(_faces[face]) <= widest))
                disputed[face] = claims;
        }
    }

    static double WidthOf(Polygon face) =>
        2 * MaximumInscribedCircle.GetRadiusLine(face, Math.Sqrt(face.Area) / 100).Length;

    void Settle(Dictionary<int, int[]> disputed)
    {
        bool moved = true;
        while (moved && disputed.Count > 0)
        {
            moved = false;
            foreach (var (face, claims) in disputed.OrderByDescending(d => _faces[d.Key].Area).ThenBy(d => d.Key).ToList())
            {
                if (LongestBorder(face, claims) is not { } owner) continue;
                _owner[face] = owner;
                disputed.Remove(face);
                moved = true;
            }
        }
        foreach (var (face, claims) in disputed.Where(d => d.Value.Length > 0)) _owner[face] = claims[0];
    }

    int? LongestBorder(int face, int[] claims) => _neighbours[face]
        .Where(n => _owner[n.Face] != Nobody && (claims.Length == 0 || claims.Contains(_owner[n.Face])))
        .GroupBy(n => _owner[n.Face])
        .OrderByDescending(g => g.Sum(n => n.Length)).ThenBy(g => g.Key)
        .Select(g => (int?)g.Key).FirstOrDefault();

    // Noding leaves specks of an area on the far side of a neighbour; they go to whom they touch.
    Dictionary<int, int[]> LooseParts()
    {
        var loose = new Dictionary<int, int[]>();
        var seen = new bool[_faces.Length];
        for (int start = 0; start < _faces.Length; start++)
        {
            if (seen[start] || _owner[start] == Nobody) continue;
            var part = PartFrom(start, seen);
            bool touchesOther = part.Any(f => _neighbours[f].Any(n => _owner[n.Face] != _owner[start] && _owner[n.Face] != Nobody));
            if (touchesOther && part.Sum(f => _faces[f].Area) < SmallestPart * _areas[_owner[start]].Area)
                foreach (int face in part) loose[face] = [];
        }
        foreach (int face in loose.Keys) _owner[face] = Nobody;
        return loose;
    }

    List<int> PartFrom(int start, bool[] seen)
    {
        List<int> part = [start];
        seen[start] = true;
        for (int i = 0; i < part.Count; i++)
            foreach (var (face, _) in _neighbours[part[i]])
                if (!seen[face] && _owner[face] == _owner[start])
                {
                    seen[face] = true;
                    part.Add(face);
                }
        return part;
    }

    Geometry[] Rebuild()
    {
        var byOwner = Enumerable.Range(0, _faces.Length).ToLookup(f => _owner[f], f => (Geometry)_faces[f]);
        return [.. _areas.Select((area, i) => byOwner[i].ToArray() is { Length: > 0 } own ? CoverageUnion.Union(own) : area)];
    }

    static Polygon[] FacesOf(Geometry[] areas)
    {
        var noder = new SnapRoundingNoder(new PrecisionModel(GridPerDegree));
        noder.ComputeNodes([.. areas.SelectMany(RingsOf).Select(r => (ISegmentString)new NodedSegmentString(r.Coordinates, null))]);
        var polygonizer = new Polygonizer();
        var factory = areas[0].Factory;
        foreach (var (from, to) in noder.GetNodedSubstrings().SelectMany(s => SegmentsOf(s.Coordinates)).Distinct())
            polygonizer.Add(factory.CreateLineString([from, to]));
        return [.. polygonizer.GetPolygons().Cast<Polygon>().OrderBy(p => p.EnvelopeInternal.MinX).ThenBy(p => p.EnvelopeInternal.MinY).ThenBy(p => p.Area)];
    }

    static List<(int, double)>[] NeighboursOf(Polygon[] faces)
    {
        var sides = faces.SelectMany((f, i) => RingsOf(f).SelectMany(r => SegmentsOf(r.Coordinates)).Select(s => (Segment: s, Face: i)))
            .GroupBy(s => s.Segment, s => s.Face);
        var neighbours = Array.ConvertAll(faces, _ => new List<(int, double)>());
        foreach (var side in sides)
        {
            if (side.ToArray() is not [var one, var other]) continue;
            double length = side.Key.From.Distance(side.Key.To);
            neighbours[one].Add((other, length));
            neighbours[other].Add((one, length));
        }
        return neighbours;
    }

    static IEnumerable<LineString> RingsOf(Geometry area) => Enumerable.Range(0, area.NumGeometries)
        .Select(i => (Polygon)area.GetGeometryN(i))
        .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing));

    static IEnumerable<(Coordinate From, Coordinate To)> SegmentsOf(Coordinate[] line)
    {
        for (int i = 1; i < line.Length; i++)
        {
            int order = line[i - 1].CompareTo(line[i]);
            if (order != 0) yield return order < 0 ? (line[i - 1], line[i]) : (line[i], line[i - 1]);
        }
    }
}
