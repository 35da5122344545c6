using System.Text;
using NetTopologySuite.Geometries;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Tests.Areas;

public sealed class BoundaryFileTests
{
    const string Square = """{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.1,-6.9],[110,-6.9],[110,-7]]]}""";

    static string Feature(string properties, string geometry) => $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    static async Task<IReadOnlyList<Boundary>> ReadAsync(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await BoundaryFile.ReadAsync(stream);
    }

    [Fact]
    public async Task Polygons_and_multipolygons_are_read_in_the_order_of_the_file()
    {
        var boundaries = await ReadAsync(Collection(
            Feature("""{"kode":" 99.01.02 ","nama":"Asoka"}""", """{"type":"MultiPolygon","coordinates":[[[[111,-7],[111.1,-7],[111.1,-6.9],[111,-7]]],[[[112,-7],[112.1,-7],[112.1,-6.9],[112,-7]]]]}"""),
            Feature("""{"kode":"99.01.01.2001"}""", Square)));

        Assert.Equal(["99.01.02", "99.01.01.2001"], boundaries.Select(b => b.Code));
        Assert.Equal([3, 4], boundaries.Select(b => b.Level));
        Assert.Equal(["99.01", "99.01.01"], boundaries.Select(b => b.ParentCode));
        Assert.Equal([2, 1], boundaries.Select(b => b.Shape.NumGeometries));
        Assert.Equal(0.01, boundaries[1].Shape.Area, 1e-9);
    }

    [Fact]
    public async Task A_height_beside_longitude_and_latitude_does_no_harm() =>
        Assert.Equal(0.01, (await ReadAsync(Collection(Feature("""{"kode":"99.01"}""", Square.Replace("-7]", "-7,12.5]", StringComparison.Ordinal)))))[0].Shape.Area, 1e-9);

    [Fact]
    public async Task A_ring_that_crosses_itself_is_repaired()
    {
        var boundaries = await ReadAsync(Collection(Feature("""{"kode":"99.01"}""", """{"type":"Polygon","coordinates":[[[110,-7],[110.1,-6.9],[110.1,-7],[110,-6.9],[110,-7]]]}""")));

        Assert.True(boundaries[0].Shape.IsValid);
        Assert.IsType<MultiPolygon>(boundaries[0].Shape);
    }

    [Theory]
    [InlineData("", "Berkas batas wilayah tidak dapat dibaca: isinya bukan GeoJSON yang utuh.")]
    [InlineData("kode;nama", "Berkas batas wilayah tidak dapat dibaca: isinya bukan GeoJSON yang utuh.")]
    [InlineData("[1,2]", "Berkas batas wilayah harus berupa kumpulan fitur GeoJSON")]
    [InlineData("""{"type":"Feature"}""", "Berkas batas wilayah harus berupa kumpulan fitur GeoJSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "Berkas batas wilayah tidak memuat satu fitur pun.")]
    public async Task A_file_that_is_no_boundary_file_gets_a_sentence(string json, string sentence)
    {
        var refused = await Assert.ThrowsAsync<BoundaryFileException>(() => ReadAsync(json));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Null(refused.Feature);
    }

    [Fact]
    public async Task A_file_cut_off_in_the_middle_tells_the_line()
    {
        var refused = await Assert.ThrowsAsync<BoundaryFileException>(() => ReadAsync("{\n\"type\":\"FeatureCollection\",\n\"features\":["));

        Assert.Contains("baris 3", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"nama":"Asoka"}""", Square, "Fitur ke-2 tidak memiliki \"kode\"")]
    [InlineData("""{"kode":null}""", Square, "Fitur ke-2 tidak memiliki \"kode\"")]
    [InlineData("null", Square, "Fitur ke-2 tidak memiliki \"kode\"")]
    [InlineData("""{"kode":"99.01"}""", Square, "Kode 99.01 muncul dua kali, pada fitur ke-1 dan ke-2.")]
    [InlineData("""{"kode":"99.02"}""", "null", "Fitur ke-2 (kode 99.02) tidak memiliki \"geometry\".")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Point","coordinates":[110,-7]}""", "Fitur ke-2 (kode 99.02) berjenis Point.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":[]}""", "Fitur ke-2 (kode 99.02) tidak memuat koordinat.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.1,-6.9]]]}""", "Koordinat fitur ke-2 (kode 99.02) tidak dapat dibaca.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":"kosong"}""", "Koordinat fitur ke-2 (kode 99.02) tidak dapat dibaca.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Lingkaran","coordinates":[1]}""", "Koordinat fitur ke-2 (kode 99.02) tidak dapat dibaca.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":[[["a",-7],[110.1,-7],[110.1,-6.9],["a",-7]]]}""", "Koordinat fitur ke-2 (kode 99.02) tidak dapat dibaca.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":[[[430000,9220000],[440000,9220000],[440000,9230000],[430000,9220000]]]}""", "Koordinat fitur ke-2 (kode 99.02) bukan bujur dan lintang.")]
    [InlineData("""{"kode":"99.02"}""", """{"type":"Polygon","coordinates":[[[110,-7],[110.1,-7],[110.2,-7],[110,-7]]]}""", "Fitur ke-2 (kode 99.02) tidak membentuk bidang")]
    public async Task The_feature_that_is_wrong_is_named(string properties, string geometry, string sentence)
    {
        var refused = await Assert.ThrowsAsync<BoundaryFileException>(() => ReadAsync(Collection(Feature("""{"kode":"99.01"}""", Square), Feature(properties, geometry))));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.Feature);
    }
}
