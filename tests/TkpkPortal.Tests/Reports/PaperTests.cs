using System.Text.RegularExpressions;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

public sealed partial class PaperTests(PaperPrinting printing) : IClassFixture<PaperPrinting>
{
    public static TheoryData<string, PaperSize> EveryPaperOnEverySheet()
    {
        var data = new TheoryData<string, PaperSize>();
        foreach (string paper in new[] { "undangan", "daftar-hadir", "notulen", "laporan" })
        {
            data.Add(paper, PaperSize.A4);
            data.Add(paper, PaperSize.F4);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryPaperOnEverySheet))]
    public async Task Every_page_has_the_size_of_its_sheet_its_number_and_its_document_name(string paper, PaperSize size)
    {
        Report report = Find(paper);
        PrintedPaper printed = await printing.PrintAsync(report, size);

        (double width, double height) = size == PaperSize.F4 ? (609, 935) : (595, 842);
        for (int i = 0; i < printed.Pages.Count; i++)
        {
            Assert.InRange(printed.Pages[i].Width, width - 1, width + 1);
            Assert.InRange(printed.Pages[i].Height, height - 1, height + 1);
            Assert.Contains($"Halaman {i + 1} dari {printed.Pages.Count}", printed.Pages[i].Text, StringComparison.Ordinal);
            Assert.Contains($"{report.Name} – Data contoh", printed.Pages[i].Text, StringComparison.Ordinal);
        }

        Assert.True(printed.IsTagged);
        Assert.Equal(report.Name, printed.Title);
    }

    [Theory]
    [MemberData(nameof(EveryPaperOnEverySheet))]
    public async Task Every_paper_carries_letterhead_sample_notice_and_signature(string paper, PaperSize size)
    {
        PrintedPaper printed = await printing.PrintAsync(Find(paper), size);

        Assert.StartsWith("PEMERINTAH KABUPATEN CONTOH BADAN PERENCANAAN PEMBANGUNAN DAERAH", printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.Contains(PaperWording.SampleNotice, printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.Contains("selaku Sekretaris TKPK, NAMA PEJABAT CONTOH, S.E., M.Si. Pembina Utama Muda (IV/c) NIP 99010101 990101 1 001", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_paper_does_not_say_that_it_is_a_sample()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Invitation(SamplePapers.Invitation() with { IsSample = false }), PaperSize.A4);

        Assert.DoesNotContain("Data contoh", printed.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_invitation_says_when_and_where()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Invitation(SamplePapers.Invitation()), PaperSize.A4);

        Assert.Single(printed.Pages);
        Assert.Contains("Kamis, 12 Maret 2026", printed.Text, StringComparison.Ordinal);
        Assert.Contains("pukul 09.00 WIB sampai dengan selesai", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Kota Contoh, 5 Maret 2026", printed.Text, StringComparison.Ordinal);
        Assert.Contains("kemiskinan ekstrem di Kabupaten Contoh", printed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_recipients_go_to_an_attached_list()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Invitation(SamplePapers.Invitation(recipients: 30)), PaperSize.F4);

        Assert.Contains("(daftar undangan terlampir)", printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Contoh 30", printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.Contains("DAFTAR UNDANGAN", printed.Pages[1].Text, StringComparison.Ordinal);
        Assert.Contains("Kepala Perangkat Daerah Contoh 30", printed.Pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_attendance_list_numbers_its_empty_rows_too()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Attendance(SamplePapers.Attendance(people: 2, blank: 2)), PaperSize.A4);

        Assert.Contains("Nama Contoh 2", printed.Text, StringComparison.Ordinal);
        Assert.Contains("3 3 4 4", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_spell_out_their_participants()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Minutes(SamplePapers.Minutes() with { IsDraft = true }), PaperSize.A4);

        Assert.Contains("38 (tiga puluh delapan) orang, daftar hadir terlampir", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Pukul 09.00 WIB sampai dengan 11.45 WIB", printed.Text, StringComparison.Ordinal);
        Assert.Contains("KONSEP. Notulen ini belum disahkan.", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Mengetahui,", printed.Text, StringComparison.Ordinal);
        Assert.Single(NipLabel().Matches(printed.Text));
    }

    [Fact]
    public async Task The_report_shows_a_missing_figure_as_a_dash_and_a_provisional_year_with_its_mark()
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.PovertyReport(SamplePapers.PovertyReport(), SamplePapers.Drawings), PaperSize.F4);

        Assert.Contains("LAPORAN TINGKAT KEMISKINAN KABUPATEN CONTOH TAHUN 2025", printed.Text, StringComparison.Ordinal);
        Assert.Contains("– – 537.492 598.120 612.340", printed.Text, StringComparison.Ordinal);
        Assert.Contains("2025*", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Tanda * berarti angka sementara.", printed.Text, StringComparison.Ordinal);
        Assert.Contains("Peta kecamatan", printed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperSize.A4)]
    [InlineData(PaperSize.F4)]
    public async Task The_head_of_a_long_table_repeats_on_every_page(PaperSize size)
    {
        PrintedPaper printed = await printing.PrintAsync(Papers.Minutes(SamplePapers.Minutes(followUps: 120)), size);

        PrintedPage[] withRows = [.. printed.Pages.Where(page => page.Text.Contains("Baris-", StringComparison.Ordinal))];
        Assert.True(withRows.Length >= 4);
        Assert.All(withRows, page => Assert.Contains("No. Uraian Penanggung jawab Tenggat Keluaran", page.Text, StringComparison.Ordinal));
        Assert.Equal(120, RowName().Count(printed.Text));
    }

    private static Report Find(string paper) => paper switch
    {
        "undangan" => Papers.Invitation(SamplePapers.Invitation()),
        "daftar-hadir" => Papers.Attendance(SamplePapers.Attendance()),
        "notulen" => Papers.Minutes(SamplePapers.Minutes() with { Signatures = SamplePapers.Signed }),
        "laporan" => Papers.PovertyReport(SamplePapers.PovertyReport(), SamplePapers.Drawings),
        _ => throw new ArgumentOutOfRangeException(nameof(paper)),
    };

    [GeneratedRegex("Baris-[0-9]{3}")]
    private static partial Regex RowName();

    [GeneratedRegex(@"NIP [0-9]{8} [0-9]{6} [0-9] [0-9]{3}")]
    private static partial Regex NipLabel();
}
