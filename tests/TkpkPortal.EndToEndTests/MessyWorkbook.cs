using MiniExcelLibs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>A P3KE workbook as it comes: a title above the headers, a column nobody knows, damaged cells, a blank row, a total at the end.</summary>
internal sealed class MessyWorkbook(string villageCode)
{
    public const string UnknownHeader = "Ket. petugas";
    public const int Good = 5;
    public const int Bad = 3;

    private static readonly string[] Headers = ["id_keluarga_p3ke", "kode_kemdagri", "no_kk", "kepala_keluarga", "nik", "jenis_kelamin", "tanggal_lahir", "desil", "alamat", UnknownHeader];

    private static readonly DateOnly Birth = new(1980, 5, 17);

    /// <summary>Rows that are right.</summary>
    private readonly List<object?[]> _good = [.. Enumerable.Range(1, Good).Select(i => Family(i, villageCode))];

    /// <summary>The same three families, as they should have been.</summary>
    private readonly List<object?[]> _mended = [.. Enumerable.Range(Good + 1, Bad).Select(i => Family(i, villageCode))];

    public byte[] Content()
    {
        object?[] Spoilt(int family, int column, object? cell)
        {
            var row = _mended[family].ToArray();
            row[column] = cell;
            return row;
        }

        return Sheet(
        [
            ["DATA P3KE KABUPATEN CONTOH, RILIS JANUARI 2026"], [], Headers, .. _good.Take(3),
            Spoilt(0, 4, double.Parse((string)_mended[0][4]!, System.Globalization.CultureInfo.InvariantCulture)), Spoilt(1, 7, "12"), [], Spoilt(2, 1, "99.99.99.2001"), .. _good.Skip(3),
            ["JUMLAH", null, null, null, null, null, null, "8"],
        ]);
    }

    /// <summary>The workbook of refused rows with its cells put right; headers and order as the portal gave them.</summary>
    public byte[] Mend(byte[] refused)
    {
        using var stream = new MemoryStream(refused);
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal([.. Headers, "Galat"], rows[0].Keys);
        Assert.All(rows, row => Assert.NotEmpty((string)row["Galat"]!));
        var mended = rows.Select(row => _mended.Single(m => Equals(m[0], row[Headers[0]])));
        return Sheet([[.. Headers, "Galat"], .. mended]);
    }

    private static object?[] Family(int number, string villageCode) =>
        [$"P3KE-{number}", villageCode, Builders.CardNumber(), $"Kepala Contoh {number}", Builders.Nik(Birth), "Laki-laki", "17/05/1980", number % 4 == 0 ? "2" : "1", $"Dusun Satu RT 0{number}", $"dikunjungi {number}"];

    private static byte[] Sheet(IReadOnlyList<object?[]> rows)
    {
        using var stream = new MemoryStream();
        var width = rows.Max(r => r.Length);
        stream.SaveAs(rows.Select(row => Enumerable.Range(0, width).ToDictionary(i => $"k{i}", i => i < row.Length ? row[i] : null)), printHeader: false, sheetName: "Keluarga");
        return stream.ToArray();
    }
}
