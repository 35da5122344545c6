using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Audit;

public sealed class AuditPagesTests
{
    [Fact]
    public async Task A_change_is_told_in_words_with_old_and_new()
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        await browser.SubmitAsync($"/opd/{agency.Id}", new() { ["Input.HeadTitle"] = "Plt. Kepala Dinas Uji" });

        var page = await browser.GetAsync($"/jejak?akar={agency.Id}");

        var newest = page.Document.QuerySelector(".line > li")!;
        Assert.Contains("mengubah OPD " + agency.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(agency.HeadTitle, newest.QuerySelector("del")!.TextContent);
        Assert.Equal("Plt. Kepala Dinas Uji", newest.QuerySelector("ins")!.TextContent);
        Assert.Contains("Jabatan kepala:", newest.TextContent, StringComparison.Ordinal);
        Assert.Contains("WIB", newest.QuerySelector("time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll(".line > li").Length);
    }

    [Fact]
    public async Task An_id_is_told_by_name()
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        var program = await portal.Make.ProgramAsync(agency.Id);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var page = await browser.GetAsync($"/jejak?akar={program.Id}");

        Assert.Contains($"OPD: {agency.Name}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(agency.Id.ToString(), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_narrow_by_who_what_noun_and_day_and_the_download_follows()
    {
        await using var portal = await Portal.StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = await portal.SignInAsync(user.UserName!);
        await browser.SubmitAsync("/opd/daftarkan", new() { ["Input.Name"] = "Dinas Jejak", ["Input.ShortName"] = "DJ", ["Input.HeadTitle"] = "Kepala" });
        var today = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).Date;
        var wanted = $"/jejak?siapa={Uri.EscapeDataString(user.FullName)}&perbuatan=Create&jenis=Agency&dari={today:yyyy-MM-dd}&sampai={today:yyyy-MM-dd}";

        Assert.Contains("Dinas Jejak", (await browser.GetAsync(wanted)).Text, StringComparison.Ordinal);
        foreach (var other in new[] { wanted.Replace("Create", "Delete", StringComparison.Ordinal), wanted.Replace("Agency", "Meeting", StringComparison.Ordinal), wanted.Replace("siapa=", "siapa=bukan", StringComparison.Ordinal), $"/jejak?dari={today.AddDays(1):yyyy-MM-dd}", $"/jejak?sampai={today.AddDays(-1):yyyy-MM-dd}" })
            Assert.Contains("Tidak ada jejak yang cocok", (await browser.GetAsync(other)).Text, StringComparison.Ordinal);
        Assert.StartsWith("PK", System.Text.Encoding.ASCII.GetString((await browser.DownloadAsync(wanted + "&handler=Export"))[..2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_back_by_key_and_meet_every_row_once()
    {
        await using var portal = await Portal.StartAsync();
        await using (var db = portal.Open())
        {
            for (var i = 0; i < 120; i++) db.Agencies.Add(new(new($"Dinas Halaman {i}", $"DH{i}", "Kepala")));
            await db.SaveChangesAsync();
        }

        using var browser = await portal.SignInAsync(Role.Secretariat);
        List<string> names = [];
        var path = "/jejak?jenis=Agency";
        for (string? next = path; next is not null;)
        {
            var page = await browser.GetAsync(next);
            names.AddRange(page.Document.QuerySelectorAll(".line > li ins").Select(i => i.TextContent).Where(t => t.StartsWith("Dinas Halaman", StringComparison.Ordinal)));
            next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, names.Count);
        Assert.Equal(120, names.Distinct().Count());
    }

    [Fact]
    public async Task The_check_tells_a_whole_and_a_broken_trail_apart()
    {
        await using var portal = await Portal.StartAsync();
        await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        await using var db = portal.Open();
        for (var i = 0; i < 100 && await db.AuditEntries.AnyAsync(a => a.Seal == null); i++) await Task.Delay(100);

        Assert.Contains("Jejak utuh.", (await browser.SubmitAsync("/jejak/periksa", [])).Text, StringComparison.Ordinal);
        await db.AuditEntries.Where(a => a.Subject == "Agency").ExecuteUpdateAsync(set => set.SetProperty(a => a.SubjectName, "Dinas Palsu"));

        Assert.Contains("Jejak tidak utuh mulai baris", (await browser.SubmitAsync("/jejak/periksa", [])).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.VillageOperator)]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.Leader)]
    public async Task Others_may_not_read_the_trail(Role role)
    {
        using var browser = await (await Portal.SharedAsync()).SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/jejak")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/jejak/periksa")).Status);
    }
}
