using System.Text;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class SourceFileTests
{
    public static TheoryData<string, string> Texts()
    {
        var cases = new TheoryData<string, string>();
        foreach (var separator in new[] { ",", ";", "\t" })
        {
            foreach (var encoding in new[] { "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "utf-16le-nobom", "windows-1252" }) cases.Add(separator, encoding);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_csv_is_read_in_every_separator_and_encoding(string separator, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = new[] { "nama;alamat;desil", "Ningsih Éfendi;\"Jl. Melati 3, RT 1;\t\"\"Blok A\"\"\";3", "D'Souza;Dusun Café;", "\"Budi\nSantoso\";–;4" };
        var text = string.Join("\r\n", lines.Select(l => l.Contains("Jl.", StringComparison.Ordinal) ? l.Replace("Éfendi;", "Éfendi" + separator, StringComparison.Ordinal).Replace("\";3", "\"" + separator + "3", StringComparison.Ordinal) : l.Replace(";", separator, StringComparison.Ordinal)));
        Encoding used = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, true),
            "utf-16le-nobom" => new UnicodeEncoding(false, false),
            _ => Encoding.GetEncoding(1252),
        };
        var (rows, file) = ReadFile.All(ReadFile.Open([.. used.GetPreamble(), .. used.GetBytes(text)], "data.csv"));
        Assert.Equal(["nama", "alamat", "desil"], file.Headers);
        Assert.Equal([["Ningsih Éfendi", "Jl. Melati 3, RT 1;\t\"Blok A\"", "3"], ["D'Souza", "Dusun Café", ""], ["Budi\nSantoso", "–", "4"]], rows);
        Assert.Null(file.SheetName);
    }

    [Fact]
    public void Letters_of_both_encodings_in_one_file_are_read_even_at_the_edge_of_a_block()
    {
        var bytes = new List<byte>("nama;desil\n"u8.ToArray());
        while (bytes.Count < 200_000)
        {
            bytes.AddRange("Zoë;1\n"u8);
            bytes.AddRange([.. "Zo"u8, 0xEB, .. ";2\n"u8]);
        }

        var (rows, _) = ReadFile.All(ReadFile.Open([.. bytes], "data.csv"));
        Assert.All(rows, r => Assert.Equal("Zoë", r[0]));
    }

    [Fact]
    public void Excels_own_hint_of_the_separator_is_obeyed()
    {
        var (rows, file) = ReadFile.All(ReadFile.Csv("sep=;\r\nnik;nama\r\n1;a,b,c\r\n2;d,e,f\r\n"));
        Assert.Equal([["1", "a,b,c"], ["2", "d,e,f"]], rows);
        Assert.Equal(2, file.HeaderRow);
    }

    [Fact]
    public void Titles_blank_rows_column_numbers_and_a_total_are_left_out()
    {
        var workbook = new WorkbookMaker().Sheet(
            "Data", [["DATA KELUARGA MISKIN"], ["KABUPATEN CONTOH", null, null], [], ["No", "NIK", "Desil"], ["(1)", "(2)", "(3)"], [1, "9901014107800001", 1], [], [null, " ", ""], [2, "9901014107800002", 2], ["Jumlah", null, 3], ["Sumber: contoh"]],
            merged: ["A1:C1", "A2:C2"]).Save();
        using var file = ReadFile.Open(workbook);
        Assert.Equal(4, file.HeaderRow);
        Assert.Equal(["No", "NIK", "Desil"], file.Headers);
        Assert.Equal([6, 9], file.Rows().Select(r => r.Number));
        Assert.Equal(5, file.SkippedRows);
        Assert.Equal(ImportRules.RowsAboveHeader, Assert.Single(file.Notices).Rule);
    }

    [Fact]
    public void A_name_that_begins_like_a_total_in_the_middle_stays()
    {
        var (rows, file) = ReadFile.All(ReadFile.Csv("nama;nik\nTotal Bangun;9901014107800001\nJumlah;\nSiti;9901014107800002\n"));
        Assert.Equal(3, rows.Count);
        Assert.Equal(0, file.SkippedRows);
    }

    [Fact]
    public void Unknown_headers_are_found_below_a_title_too()
    {
        using var file = ReadFile.Open(WorkbookMaker.Of(["LAPORAN"], [], ["kolom a", "kolom b", "kolom c"], ["x", 1, 2], ["y", 3, 4]));
        Assert.Equal(["kolom a", "kolom b", "kolom c"], file.Headers);
    }

    [Fact]
    public void The_sheet_with_the_data_is_taken_and_the_others_are_told()
    {
        var workbook = new WorkbookMaker()
            .Sheet("Sampul", [["Pemerintah Kabupaten Contoh"], ["Rahasia"]])
            .Sheet("Rekap lama", [["NIK", "Desil"], ["9901014107800009", 9]], state: "hidden")
            .Sheet("Data", [["NIK", "Desil"], ["9901014107800001", 1]])
            .Sheet("Kosong", []).Save();
        var (rows, file) = ReadFile.All(ReadFile.Open(workbook));
        Assert.Equal("Data", file.SheetName);
        Assert.Equal("9901014107800001", Assert.Single(rows)[0]);
        var notice = Assert.Single(file.Notices);
        Assert.Equal(ImportRules.OtherSheets, notice.Rule);
        Assert.Contains("Sampul", notice.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Kosong", notice.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_columns_and_formulas_are_used_and_told()
    {
        var workbook = new WorkbookMaker().Sheet(
            "Data", [["NIK", "Desil", "Nama"], ["9901014107800001", new FormulaCell("1+1", 2), new FormulaCell("\"Si\"&\"ti\"", "Siti")]], hiddenColumns: [1]).Save();
        var (rows, file) = ReadFile.All(ReadFile.Open(workbook));
        Assert.Equal(["9901014107800001", "2", "Siti"], Assert.Single(rows));
        Assert.Equal([ImportRules.ColumnsHidden, ImportRules.FormulasUsed, ImportRules.FormulasUsed], file.Notices.Select(n => n.Rule));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cells_keep_their_kind(bool from1904)
    {
        using var file = ReadFile.Open(new WorkbookMaker { From1904 = from1904 }.Sheet(
            "Data", [["nik", "nama", "desil", "alamat", "rt", "rw"], ["9901014107800001", 1.5, new DateOnly(1980, 4, 5), true, new ErrorCell("#N/A"), 1.80E+15], [new DateOnly(1980, 4, 6), "_x0041_"]]).Save());
        var rows = file.Rows().ToList();
        Assert.Equal(
            [("9901014107800001", CellKind.Text), ("1.5", CellKind.Number), ("1980-04-05", CellKind.Date), ("Ya", CellKind.Boolean), ("#N/A", CellKind.Error), ("1800000000000000", CellKind.Number)],
            rows[0].Cells.Select(c => (c.Text, c.Kind)));
        Assert.Equal([("1980-04-06", CellKind.Date), ("_x0041_", CellKind.Text)], rows[1].Cells.Select(c => (c.Text, c.Kind)));
    }

    [Fact]
    public async Task A_workbook_that_another_program_saved_is_read()
    {
        var workbook = new WorkbookMaker().Sheet("Data", [["nama", "nik", "tanggal_lahir"], ["Nur'aini Łódź", "9901014107800001", new DateOnly(1980, 4, 5)]]).Save();
        var (rows, _) = ReadFile.All(ReadFile.Open(await LibreOffice.ConvertAsync(await LibreOffice.ConvertAsync(workbook, "ods"), "xlsx")));
        Assert.Equal(["Nur'aini Łódź", "9901014107800001", "1980-04-05"], Assert.Single(rows));
    }

    [Fact]
    public void The_texts_are_those_another_reader_finds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var texts = new[] { "NIK", "a  b", " tepi ", "baris\nbaru", "<&>\"'", "_x0041_", "Łódź 😀", "\u00A0", "0012" };
        foreach (var inline in new[] { true, false })
        {
            var workbook = new WorkbookMaker { Inline = inline }.Sheet("Data", [["nik", "nama", "desil"], .. texts.Select(t => new object?[] { t, null, t + "2", 12.5, 1234567 })]).Save();
            using var other = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
            other.Read();
            using var file = ReadFile.Open(workbook);
            foreach (var row in file.Rows())
            {
                Assert.True(other.Read());
                Assert.Equal(Enumerable.Range(0, 5).Select(i => Convert.ToString(other.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)), row.Cells.Select(c => c.Text));
            }

            Assert.False(other.Read());
        }
    }
}
