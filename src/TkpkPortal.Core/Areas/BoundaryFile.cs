using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO.Converters;

namespace TkpkPortal.Core.Areas;

/// <summary>Reads area boundaries from a GeoJSON FeatureCollection whose features carry <c>properties.kode</c>.</summary>
public static class BoundaryFile
{
    static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>All boundaries of the file in its own order, invalid rings repaired.</summary>
    /// <exception cref="BoundaryFileException">The file or one feature cannot be used; nothing is read by halves.</exception>
    public static async Task<IReadOnlyList<Boundary>> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        using var document = await ParseAsync(stream, cancellationToken);
        var boundaries = new List<Boundary>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in FeaturesOf(document.RootElement).EnumerateArray())
        {
            int number = boundaries.Count + 1;
            string code = CodeOf(feature, number);
            if (!seen.TryAdd(code, number))
                throw new BoundaryFileException($"Kode {code} muncul dua kali, pada fitur ke-{seen[code]} dan ke-{number}. Satukan menjadi satu fitur.", number);
            boundaries.Add(new Boundary(code, ShapeOf(feature, number, code)));
        }
        return boundaries.Count > 0
            ? boundaries
            : throw new BoundaryFileException("Berkas batas wilayah tidak memuat satu fitur pun.");
    }

    static async Task<JsonDocument> ParseAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        }
        catch (JsonException broken)
        {
            string where = broken.LineNumber is { } line ? $" Bacaan terhenti di baris {line + 1}." : "";
            throw new BoundaryFileException($"Berkas batas wilayah tidak dapat dibaca: isinya bukan GeoJSON yang utuh.{where}", null, broken);
        }
    }

    static JsonElement FeaturesOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("FeatureCollection")
        && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
            ? features
            : throw new BoundaryFileException("Berkas batas wilayah harus berupa kumpulan fitur GeoJSON (\"type\": \"FeatureCollection\").");

    static string CodeOf(JsonElement feature, int number)
    {
        string? code = feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("kode", out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? value.ToString().Trim()
                : null;
        return !string.IsNullOrEmpty(code)
            ? code
            : throw new BoundaryFileException($"Fitur ke-{number} tidak memiliki \"kode\" di dalam \"properties\". Isi dengan kode wilayah Kemendagri, misalnya 18.04.04.", number);
    }

    static Geometry ShapeOf(JsonElement feature, int number, string code)
    {
        var shape = GeometryOf(feature, number, code);
        if (shape is not (Polygon or MultiPolygon))
            throw new BoundaryFileException($"Fitur ke-{number} (kode {code}) berjenis {shape.GeometryType}. Batas wilayah harus berjenis Polygon atau MultiPolygon.", number);
        if (!new Envelope(-180, 180, -90, 90).Contains(shape.EnvelopeInternal))
            throw new BoundaryFileException($"Koordinat fitur ke-{number} (kode {code}) bukan bujur dan lintang. Ubah berkas ke sistem koordinat WGS 84 (EPSG:4326).", number);
        var repaired = shape.IsValid ? shape : GeometryFixer.Fix(shape);
        return repaired is Polygon or MultiPolygon && repaired.Area > 0
            ? repaired
            : throw new BoundaryFileException($"Fitur ke-{number} (kode {code}) tidak membentuk bidang: luasnya nol.", number);
    }

    static Geometry GeometryOf(JsonElement feature, int number, string code)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
            throw new BoundaryFileException($"Fitur ke-{number} (kode {code}) tidak memiliki \"geometry\".", number);
        try
        {
            return geometry.Deserialize<Geometry>(GeoJson) is { IsEmpty: false } shape
                ? shape
                : throw new BoundaryFileException($"Fitur ke-{number} (kode {code}) tidak memuat koordinat.", number);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            throw new BoundaryFileException($"Koordinat fitur ke-{number} (kode {code}) tidak dapat dibaca. Setiap cincin butuh sedikitnya empat titik, dan titik terakhir sama dengan titik pertama.", number, broken);
        }
    }
}
