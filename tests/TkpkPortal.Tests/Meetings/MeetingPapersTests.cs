using System.Net;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Meetings;

public sealed class MeetingPapersTests
{
    [Theory]
    [InlineData("a4", 595, 842)]
    [InlineData("f4", 609, 935)]
    public async Task The_invitation_is_printed_on_the_sheet_asked_for(string sheet, int width, int height)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();

        var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/rakor/{meeting.Id}/undangan.pdf?kertas={sheet}"));

        Assert.Equal((width, height), ((int)Math.Round(paper.Pages[0].Width), (int)Math.Round(paper.Pages[0].Height)));
        foreach (var words in new[] { meeting.Title, "Selasa, 20 Agustus 2019", "pukul 09.00 WIB sampai dengan selesai", "Aula Bappeda", "Kepala Dinas Sosial" })
            Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DATA CONTOH", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_opens_in_the_browser_under_a_clean_name_and_is_not_kept()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Leader);
        var meeting = await portal.Make.MeetingAsync(title: Builders.Unique("Rakor \"Khusus\" / Démo, Tahun 2019"));

        var answer = await browser.GetAsync($"/laporan/rakor/{meeting.Id}/notulen.pdf");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^inline; filename=\"?notulen-rakor-khusus-demo-tahun-2019-\\d+-a4\\.pdf\"?$", answer.Response.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Minutes_say_they_are_a_draft_until_they_are_approved()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.DistrictHead);
        var meeting = await portal.Make.HeldMeetingAsync();
        var path = $"/laporan/rakor/{meeting.Id}/notulen.html";

        var before = await browser.GetAsync(path);
        await portal.Make.ApproveAsync(meeting.Id);
        var after = await browser.GetAsync(path);

        Assert.Contains("KONSEP", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", after.Text, StringComparison.Ordinal);
        Assert.True(after.Response.Headers.CacheControl!.NoStore);
        Assert.NotNull(after.Document.QuerySelector($"a[href='/laporan/rakor/{meeting.Id}/notulen.pdf?kertas=f4']"));
        foreach (var sheet in after.Document.QuerySelectorAll("link[rel=stylesheet]"))
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(sheet.GetAttribute("href")!)).Status);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.AgencyOperator)]
    [InlineData(Role.SocialAgency)]
    [InlineData(Role.DistrictHead)]
    [InlineData(Role.VillageOperator)]
    [InlineData(Role.Facilitator)]
    public async Task Names_and_phone_numbers_are_printed_for_the_secretariat_only(Role role)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(role);
        var meeting = await portal.Make.HeldMeetingAsync();

        foreach (var kind in new[] { "html", "pdf" }) Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/laporan/rakor/{meeting.Id}/daftar-hadir.{kind}")).Status);
        var expected = role is Role.VillageOperator or Role.Facilitator ? HttpStatusCode.Forbidden : HttpStatusCode.OK;
        foreach (var paper in new[] { "undangan", "notulen" }) Assert.Equal(expected, (await browser.GetAsync($"/laporan/rakor/{meeting.Id}/{paper}.html")).Status);
        if (expected == HttpStatusCode.OK) Assert.DoesNotContain("daftar-hadir", (await browser.GetAsync("/laporan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_an_unknown_rakor_has_no_paper()
    {
        var portal = await Portal.SharedAsync();
        using var visitor = portal.Visitor();
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();

        Assert.Contains("/masuk", (await visitor.GetAsync($"/laporan/rakor/{meeting.Id}/notulen.pdf")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretariat.GetAsync($"/laporan/rakor/{Guid.NewGuid()}/notulen.html")).Status);
    }

    [Fact]
    public async Task An_empty_attendance_list_has_rows_to_sign()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();

        var page = await browser.GetAsync($"/laporan/rakor/{meeting.Id}/daftar-hadir.html");

        Assert.Equal(20, page.Document.QuerySelectorAll(".attendance tbody tr").Count(r => r.QuerySelector(".num") is not null));
    }

    [Fact]
    public async Task Sample_data_say_so_on_every_paper()
    {
        await using var portal = await Portal.StartAsync();
        await portal.Make.SettingsAsync(s => s.IsSample = true);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();

        foreach (var paper in new[] { "undangan", "daftar-hadir", "notulen" })
        {
            Assert.Contains("DATA CONTOH", (await browser.GetAsync($"/laporan/rakor/{meeting.Id}/{paper}.html")).Text, StringComparison.Ordinal);
            Assert.Contains("Data contoh", PrintedPaper.Read(await browser.DownloadAsync($"/laporan/rakor/{meeting.Id}/{paper}.pdf")).Pages[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_of_papers_links_each_as_page_and_as_two_pdfs()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();

        var page = await browser.GetAsync("/laporan");

        foreach (var paper in new[] { "undangan", "daftar-hadir", "notulen" })
        {
            foreach (var kind in new[] { "html", "pdf?kertas=a4", "pdf?kertas=f4" })
                Assert.NotNull(page.Document.QuerySelector($"a[href='/laporan/rakor/{meeting.Id}/{paper}.{kind}']"));
        }
    }
}
