using System.IO.Compression;
using System.Text;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;
using Source = TkpkPortal.Core.Imports.Reading.SourceFile;

namespace TkpkPortal.Tests.Imports;

public sealed class RefusedFileTests
{
    private static readonly byte[] Good = WorkbookMaker.Of(["NIK", "Desil"], ["9901014107800001", 3]);

    [Fact]
    public void A_sound_workbook_is_read() => Assert.Single(ReadFile.All(ReadFile.Open(Good)).Rows);

    [Fact]
    public async Task A_workbook_behind_a_password_is_refused() => Assert.Equal(ImportRules.Protected, ReadFile.Refusal(await LibreOffice.ProtectAsync(Good)));

    [Fact]
    public async Task An_old_workbook_is_refused_whatever_it_is_called()
    {
        var old = await LibreOffice.ConvertAsync(Good, "xls");
        Assert.Equal(ImportRules.OldWorkbook, ReadFile.Refusal(old, "data.xls"));
        Assert.Equal(ImportRules.OldWorkbook, ReadFile.Refusal(old, "data.xlsx"));
    }

    [Fact]
    public async Task Another_office_format_is_refused() => Assert.Equal(ImportRules.NotAWorkbook, ReadFile.Refusal(await LibreOffice.ConvertAsync(Good, "ods")));

    [Theory]
    [InlineData("data.xlsx", "IMP-05")]
    [InlineData("data.xls", "IMP-04")]
    [InlineData("data.pdf", "IMP-06")]
    [InlineData("data", "IMP-06")]
    public void A_text_of_another_name_is_refused(string name, string code) => Assert.Equal(code, ReadFile.Refusal("nik;desil\n9901014107800001;2\n"u8.ToArray(), name).Code);

    [Fact]
    public void A_picture_named_csv_is_refused() => Assert.Equal(ImportRules.UnknownKind, ReadFile.Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3], "data.csv"));

    [Fact]
    public void Nothing_at_all_is_refused()
    {
        Assert.Equal(ImportRules.FileEmpty, ReadFile.Refusal([], "data.csv"));
        Assert.Equal(ImportRules.FileEmpty, ReadFile.Refusal("\r\n ; ;\r\n"u8.ToArray(), "data.csv"));
        Assert.Equal(ImportRules.FileEmpty, ReadFile.Refusal(WorkbookMaker.Of()));
    }

    [Fact]
    public void Headers_alone_are_refused()
    {
        Assert.Equal(ImportRules.HeaderOnly, ReadFile.Refusal(WorkbookMaker.Of(["NIK", "Desil"])));
        Assert.Equal(ImportRules.HeaderOnly, ReadFile.Refusal("nik;desil\n;\n"u8.ToArray(), "data.csv"));
        Assert.Equal(ImportRules.HeaderOnly, ReadFile.Refusal(WorkbookMaker.Of(["NIK", "Desil"], ["Jumlah", 0])));
    }

    [Fact]
    public void A_broken_workbook_is_refused()
    {
        Assert.Equal(ImportRules.FileDamaged, ReadFile.Refusal(Good[..(Good.Length / 2)]));
        var torn = new WorkbookMaker().Sheet("Data", [["NIK", "Desil"], ["9901014107800001", "1"]]).Save();
        Assert.Equal(ImportRules.FileDamaged, ReadFile.Refusal(WithSheet(torn, "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>NIK</t></is></c><c t=\"inlineStr\"><is><t>Desil</t></is></c></row><row r=\"2\"><c><v>1</v></c>")));
    }

    [Fact]
    public void A_workbook_that_names_an_outside_entity_is_refused() => Assert.Equal(
        ImportRules.FileDamaged,
        ReadFile.Refusal(WithSheet(Good, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>")));

    [Fact]
    public void More_than_200_megabytes_are_refused_without_being_read()
    {
        using var large = new SparseStream(Source.LargestFile + 1);
        Assert.Equal(ImportRules.FileTooLarge, Assert.Throws<Core.Common.RuleBrokenException>(() => Source.Open(large, "data.csv")).Rule);
    }

    [Fact]
    public void A_file_that_swells_is_stopped_soon()
    {
        var before = Environment.TickCount64;
        Assert.Equal(ImportRules.Inflates, ReadFile.Refusal(Bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<row><c t=\"str\"><v>" + new string('a', 400) + "</v></c></row>")));
        Assert.Equal(ImportRules.Inflates, ReadFile.Refusal(Bomb("xl/sharedStrings.xml", "<sst>", "<si><t>" + new string('a', 400) + "</t></si>")));
        Assert.InRange(Environment.TickCount64 - before, 0, 60_000);
    }

    [Fact]
    public void A_row_beyond_what_excel_holds_is_refused()
    {
        var text = new StringBuilder("nik;desil\n");
        for (var i = 0; i < Source.MostRows; i++) text.Append("9;1\n");
        Assert.Equal(ImportRules.TooManyRows, ReadFile.Refusal(Encoding.ASCII.GetBytes(text.ToString()), "data.csv"));
        Assert.Equal(ImportRules.TooManyRows, ReadFile.Refusal(WithSheet(Good, "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>NIK</t></is></c></row><row r=\"1048577\"><c><v>1</v></c></row></sheetData></worksheet>")));
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_file()
    {
        var text = "nik;nama\n1;\"Budi\n" + string.Concat(Enumerable.Repeat("2;Siti Aminah binti Abdullah\n", 200_000));
        Assert.Equal(ImportRules.FileDamaged, ReadFile.Refusal(Encoding.ASCII.GetBytes(text), "data.csv"));
    }

    private static byte[] WithSheet(byte[] workbook, string xml) => Replace(workbook, "xl/worksheets/sheet1.xml", stream => stream.Write(Encoding.UTF8.GetBytes(xml)));

    private static byte[] Bomb(string part, string start, string repeated) => Replace(Good, part, stream =>
    {
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, 3_000)));
        stream.Write(Encoding.ASCII.GetBytes(start));
        for (var i = 0; i < 120; i++) stream.Write(block);
    });

    private static byte[] Replace(byte[] workbook, string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            write(entry);
        }

        return stream.ToArray();
    }

    /// <summary>Long, and full of nothing.</summary>
    private sealed class SparseStream(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("The file is read.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
