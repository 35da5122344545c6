using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

public sealed class SignatureTests(PaperPrinting printing) : IClassFixture<PaperPrinting>
{
    // Consecutive row counts push the block over the edge of a page at least once for each sheet.
    [Theory]
    [InlineData(PaperSize.A4)]
    [InlineData(PaperSize.F4)]
    public async Task It_takes_the_last_table_row_with_it(PaperSize size)
    {
        bool movedToNextPage = false;
        for (int rows = 4; rows <= 26; rows++)
        {
            PrintedPaper printed = await printing.PrintAsync(Papers.Minutes(SamplePapers.Minutes(rows, closing: null)), size);
            string last = printed.Pages[^1].Text;
            Assert.Contains("Kota Contoh, 12 Maret 2026", last, StringComparison.Ordinal);
            Assert.Contains("NIP 99010101 990101 1 001", last, StringComparison.Ordinal);
            Assert.Contains($"Baris-{rows:000}", last, StringComparison.Ordinal);
            movedToNextPage |= rows > 1 && !last.Contains($"Baris-{rows - 1:000}", StringComparison.Ordinal);
        }

        Assert.True(movedToNextPage);
    }

    [Fact]
    public async Task It_takes_the_closing_sentence_and_the_row_before_it()
    {
        for (int rows = 1; rows <= 16; rows++)
        {
            PrintedPaper printed = await printing.PrintAsync(Papers.Minutes(SamplePapers.Minutes(rows)), PaperSize.A4);
            string last = printed.Pages[^1].Text;
            Assert.Contains("Demikian notulen ini dibuat", last, StringComparison.Ordinal);
            Assert.Contains("NIP 99010101 990101 1 001", last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_the_attendance_list_it_is_never_alone_either()
    {
        for (int people = 10; people <= 30; people++)
        {
            PrintedPaper printed = await printing.PrintAsync(Papers.Attendance(SamplePapers.Attendance(people, blank: 0)), PaperSize.A4);
            Assert.Contains($"Nama Contoh {people}", printed.Pages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("NIP 99010101 990101 1 001", printed.Pages[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Under_the_district_table_it_takes_the_total_and_its_source()
    {
        for (int districts = 8; districts <= 40; districts += 2)
        {
            PovertyReportPaper paper = SamplePapers.PovertyReport(districts) with { Conclusion = null };
            PrintedPaper printed = await printing.PrintAsync(Papers.PovertyReport(paper, SamplePapers.Drawings), PaperSize.A4);
            Assert.Contains("18.460", printed.Pages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("per 31 Januari 2026", printed.Pages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("Kota Contoh, 12 Maret 2026", printed.Pages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("NIP 99010101 990101 1 001", printed.Pages[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Under_the_list_of_recipients_it_takes_the_last_one()
    {
        for (int recipients = 24; recipients <= 56; recipients += 2)
        {
            PrintedPaper printed = await printing.PrintAsync(Papers.Invitation(SamplePapers.Invitation(recipients)), PaperSize.F4);
            Assert.Contains($"{recipients}. Kepala Perangkat Daerah Contoh {recipients}", printed.Pages[^1].Text, StringComparison.Ordinal);
            Assert.Contains("NIP 99010101 990101 1 001", printed.Pages[^1].Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("990101019901011001", "99010101 990101 1 001")]
    [InlineData("99010101 990101 1 001", "99010101 990101 1 001")]
    [InlineData(" 12345 ", "12345")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_nip_is_grouped_8_6_1_3(string? typed, string? printed) =>
        Assert.Equal(printed, (SamplePapers.Secretary with { Nip = typed }).GroupedNip);

    [Fact]
    public void Each_form_of_delegation_has_its_lines()
    {
        Signatory head = new() { Office = "Kepala Badan", Name = "NAMA" };
        Assert.Equal(["Kepala Badan,"], head.OfficeLines());
        Assert.Equal(["Plt. Kepala Badan,"], (head with { Acting = ActingKind.Plt }).OfficeLines());
        Assert.Equal(["Plh. Kepala Badan", "selaku Sekretaris TKPK,"], (head with { Acting = ActingKind.Plh, Capacity = "Sekretaris TKPK" }).OfficeLines());
        Assert.Equal(["a.n. Kepala Badan", "Sekretaris,"], (head with { OnBehalfOf = "Kepala Badan", Office = "Sekretaris" }).OfficeLines());
        Assert.Equal(
            ["a.n. Bupati Contoh", "Sekretaris Daerah,", "u.b.", "Kepala Badan,"],
            (head with { OnBehalfOf = "Bupati Contoh", DelegatedBy = "Sekretaris Daerah" }).OfficeLines());
    }

    [Fact]
    public async Task An_electronic_signature_has_its_box_and_its_notice()
    {
        MinutesPaper paper = SamplePapers.Minutes() with { Signatures = SamplePapers.Signed with { IsElectronic = true } };
        PrintedPaper printed = await printing.PrintAsync(Papers.Minutes(paper), PaperSize.A4);

        Assert.Contains("Ruang tanda tangan elektronik", printed.Pages[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Balai Sertifikasi Elektronik (BSrE)", printed.Pages[^1].Text, StringComparison.Ordinal);
    }
}
