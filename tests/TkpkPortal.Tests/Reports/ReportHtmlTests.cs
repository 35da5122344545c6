using System.Text.RegularExpressions;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

public sealed partial class ReportHtmlTests(PaperPrinting printing) : IClassFixture<PaperPrinting>
{
    private static readonly ReportTools Tools = new("/rakor/1", "Kembali ke rakor", "/laporan/notulen.pdf", "/laporan/notulen.pdf?kertas=F4");

    public static TheoryData<int> EveryPaper => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(EveryPaper))]
    public async Task The_screen_flavour_needs_no_inline_style_nor_script(int paper)
    {
        string html = await printing.Html.ForScreenAsync(All()[paper], PaperSize.A4, Tools);

        Assert.StartsWith("<!doctype html>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(StyleAttribute(), html);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("""<link rel="stylesheet" href="/report.css">""", html, StringComparison.Ordinal);
        Assert.Contains("Unduh PDF (A4)", html, StringComparison.Ordinal);
        Assert.Contains("Unduh PDF (F4)", html, StringComparison.Ordinal);
        Assert.Contains("Kembali ke rakor", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPaper))]
    public async Task The_print_flavour_fetches_nothing(int paper)
    {
        string html = await printing.Html.ForPrintAsync(All()[paper], PaperSize.F4);

        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(StyleAttribute(), html);
        Assert.Contains("size: 215mm 330mm", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Unduh PDF", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emblem_is_linked_on_the_screen_and_carried_along_in_print()
    {
        byte[] pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Letterhead head = SamplePapers.Bappeda with { EmblemDataUri = Letterhead.EmblemData(pixel, "image/png"), EmblemUrl = "/lambang" };
        Report report = Papers.Minutes(SamplePapers.Minutes() with { Letterhead = head });

        Assert.Contains("src=\"/lambang\"", await printing.Html.ForScreenAsync(report, PaperSize.A4, Tools), StringComparison.Ordinal);
        string print = await printing.Html.ForPrintAsync(report, PaperSize.A4);
        Assert.Contains("src=\"data:image/png;base64,", print, StringComparison.Ordinal);
        Assert.DoesNotContain("/lambang", print, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_of_the_regent_names_the_office_alone()
    {
        Letterhead head = SamplePapers.Bappeda with { Kind = LetterheadKind.Regent, Agency = "BUPATI CONTOH" };
        PrintedPaper printed = await printing.PrintAsync(Papers.Invitation(SamplePapers.Invitation() with { Letterhead = head }), PaperSize.A4);

        Assert.StartsWith("BUPATI CONTOH", printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PEMERINTAH KABUPATEN", printed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rapat \"Koordinasi\" \\ Tahun 2026")]
    [InlineData("Rapat</style><h1>Sisipan</h1>")]
    [InlineData("Rapat\"; } body { display: none } /*")]
    [InlineData("Rapat é 一 &amp; 𝒳")]
    public async Task A_hostile_name_stays_text_in_the_running_foot(string meeting)
    {
        Report report = Papers.Minutes(SamplePapers.Minutes() with { MeetingName = meeting });
        PrintedPaper printed = await printing.PrintAsync(report, PaperSize.A4);

        Assert.Equal(report.Name, printed.Title);
        Assert.Contains("Halaman 1 dari", printed.Pages[0].Text, StringComparison.Ordinal);
        Assert.Contains("NOTULEN", printed.Pages[0].Text, StringComparison.Ordinal);
        if (meeting.All(char.IsAscii))
            Assert.Contains($"{report.Name} – Data contoh".Replace("  ", " ", StringComparison.Ordinal), printed.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_name_is_cut_in_the_foot()
    {
        var report = new Report { Name = new string('x', 300), Body = _ => { } };
        Assert.Contains($"\"{new string('x', 100)}\\2026 \"", ReportHtml.PageRule(report, PaperSize.A4), StringComparison.Ordinal);
    }

    private static Report[] All() =>
    [
        Papers.Invitation(SamplePapers.Invitation(recipients: 12)),
        Papers.Attendance(SamplePapers.Attendance()),
        Papers.Minutes(SamplePapers.Minutes()),
        Papers.PovertyReport(SamplePapers.PovertyReport(), SamplePapers.Drawings),
    ];

    [GeneratedRegex(@"<[^>]*\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();
}
