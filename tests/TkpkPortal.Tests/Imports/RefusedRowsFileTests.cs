using System.IO.Compression;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class RefusedRowsFileTests
{
    private static readonly Dictionary<int, RefusedRow> Refused = new()
    {
        [4] = new([0], ["NIK harus 16 angka.", "Salin dari KTP."]),
        [5] = new([], ["Baris ini ganda."]),
    };

    private static readonly byte[] Original = new WorkbookMaker().Sheet(
        "Desil 2026", [["DAFTAR DESIL"], ["NIK", "Catatan", "Desil"], ["9901014107800001", null, 1], ["123", "a_x0041_\u0001\n=1+1", 2], [null, "", 3]]).Save();

    [Fact]
    public void Only_the_refused_rows_come_back_under_the_same_headers_with_their_reasons()
    {
        var (rows, file) = ReadFile.All(ReadFile.Open(Write(Original)));
        Assert.Equal("Desil 2026", file.SheetName);
        Assert.Equal(["NIK", "Catatan", "Desil", "Galat"], file.Headers);
        Assert.Equal([["123", "a_x0041_\u0001\n=1+1", "2", "NIK harus 16 angka.\nSalin dari KTP."], ["", "", "3", "Baris ini ganda."]], rows);
    }

    [Fact]
    public void The_bad_cells_are_coloured_and_all_cells_are_texts()
    {
        var xml = Part(Write(Original), "xl/worksheets/sheet1.xml");
        Assert.Contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.Contains("<c r=\"B2\" s=\"0\" t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<v>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Equal(4, Part(Write(Original), "xl/styles.xml").Split("numFmtId=\"49\"").Length - 1);
    }

    [Fact]
    public void A_corrected_file_may_be_refused_again_without_old_reasons()
    {
        var (rows, file) = ReadFile.All(ReadFile.Open(Write(Write(Original), new() { [2] = new([0], ["Masih salah."]) })));
        Assert.Equal(["NIK", "Catatan", "Desil", "Galat"], file.Headers);
        Assert.Equal("Masih salah.", Assert.Single(rows)[3]);
    }

    [Fact]
    public void The_reasons_are_no_column_anybody_must_explain() =>
        Assert.False(ColumnMatch.Of(ImportFormat.Deciles, ["NIK", "Desil", "Galat"], new Dictionary<string, string?>()).NeedsPerson);

    [Fact]
    public void A_csv_comes_back_as_a_workbook()
    {
        using var source = ReadFile.Csv("nik;desil\n9901014107800001;1\n12;2\n");
        using var output = new MemoryStream();
        RefusedRowsFile.Write(source, new Dictionary<int, RefusedRow> { [3] = new([0], ["Pendek."]) }, output);
        var (rows, file) = ReadFile.All(ReadFile.Open(output.ToArray()));
        Assert.Equal("Baris ditolak", file.SheetName);
        Assert.Equal(["12", "2", "Pendek."], Assert.Single(rows));
    }

    [Fact]
    public async Task Another_program_opens_what_is_written()
    {
        var converted = await LibreOffice.ConvertAsync(Write(Original), "csv");
        Assert.StartsWith("NIK,Catatan,Desil,Galat", System.Text.Encoding.UTF8.GetString(converted), StringComparison.Ordinal);
    }

    private static byte[] Write(byte[] original, Dictionary<int, RefusedRow>? refused = null)
    {
        using var source = ReadFile.Open(original);
        using var output = new MemoryStream();
        RefusedRowsFile.Write(source, refused ?? Refused, output);
        return output.ToArray();
    }

    private static string Part(byte[] workbook, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
