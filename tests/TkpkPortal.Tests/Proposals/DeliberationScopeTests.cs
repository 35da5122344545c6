using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class DeliberationScopeTests
{
    private static readonly string[] Reading = ["", "/salinan"];
    private static readonly string[] Writing = ["/ubah", "/acara", "/daftar-hadir", "/hasil", "/unggah", "/tutup"];
    private static readonly string[] Papers = ["daftar-hadir", "berita-acara", "daftar-umum"];

    [Fact]
    public async Task Another_desa_and_another_camat_find_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (village, id, name) = await HeldAsync(portal);
        var other = await portal.Make.DistrictAsync(1);
        using var desa = await portal.SignInAsync(Role.VillageOperator, other.Villages[0].Id);
        using var camat = await portal.SignInAsync(Role.DistrictHead, other.District.Id);

        foreach (var page in Reading.Concat(Writing)) Assert.Equal(HttpStatusCode.NotFound, (await desa.GetAsync($"/musyawarah/{id}{page}")).Status);
        foreach (var page in Reading) Assert.Equal(HttpStatusCode.NotFound, (await camat.GetAsync($"/musyawarah/{id}{page}")).Status);
        foreach (var browser in new[] { desa, camat })
        {
            foreach (var paper in Papers.SelectMany(p => new[] { p + ".html", p + ".pdf" })) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/laporan/musyawarah/{id}/{paper}")).Status);
            Assert.DoesNotContain("Balai Desa Uji", (await browser.GetAsync("/musyawarah")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/musyawarah?desa={village}")).Status);
        }

        Assert.DoesNotContain(name, (await desa.GetAsync("/musyawarah")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_the_own_desa_sent_to_a_foreign_musyawarah_changes_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (_, foreign, _) = await HeldAsync(portal);
        var own = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var mine = await portal.Make.DeliberationAsync(own, [await portal.Make.ProposalAsync(own)]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, own);
        var before = await portal.Make.DeliberationVersionAsync(foreign);

        foreach (var page in Writing.Where(p => p is not "/tutup"))
        {
            var form = await browser.OpenFormAsync($"/musyawarah/{mine}{page}");
            var answer = await new OpenForm(browser, $"/musyawarah/{foreign}{page}", [.. form.Fields]).SendAsync([], page == "/unggah" ? ("Upload", "a.pdf", Builders.SignedPdf()) : null);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(before, await portal.Make.DeliberationVersionAsync(foreign));
    }

    [Fact]
    public async Task A_proposal_or_desa_outside_the_scope_does_not_exist()
    {
        var portal = await Portal.SharedAsync();
        var (own, other) = ((await portal.Make.DistrictAsync(1)).Villages[0], (await portal.Make.DistrictAsync(1)).Villages[0]);
        var foreign = await portal.Make.ProposalAsync(other.Id);
        var id = await portal.Make.DeliberationAsync(own.Id, [await portal.Make.ProposalAsync(own.Id)]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, own.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync($"/musyawarah/{id}/acara", new() { ["Chosen"] = foreign.ToString() })).Status);
        var planned = await browser.SubmitAsync("/musyawarah/baru", new()
        {
            ["VillageCode"] = other.Code, ["Input.HeldOn"] = "1/11/2026", ["Input.Place"] = "Balai", ["Input.ChairName"] = "Pimpinan", ["Input.ChairTitle"] = "Ketua BPD",
        });
        Assert.Equal(HttpStatusCode.NotFound, planned.Status);
        await using var db = portal.Open();
        Assert.False(await db.VillageDeliberations.AnyAsync(d => d.VillageId == other.Id));
    }

    [Fact]
    public async Task The_camat_and_dinas_sosial_read_and_download_but_hold_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (district, village, id, name) = await HeldInDistrictAsync(portal);
        using var camat = await portal.SignInAsync(Role.DistrictHead, district);
        using var social = await portal.SignInAsync(Role.SocialAgency);

        foreach (var browser in new[] { camat, social })
        {
            var page = await browser.GetAsync($"/musyawarah/{id}");
            Assert.Contains(name, page.Text, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector($"main a[href='/musyawarah/{id}/acara']"));
            Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await browser.DownloadAsync($"/musyawarah/{id}/salinan")), StringComparison.Ordinal);
            foreach (var link in page.Document.QuerySelectorAll("main a[href^='/laporan/']")) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link.GetAttribute("href")!)).Status);
            foreach (var form in Writing) Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/musyawarah/{id}{form}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/musyawarah/baru")).Status);
        }

        Assert.Contains("Balai Desa Uji", (await camat.GetAsync("/musyawarah")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Read && a.VillageId == village && a.SubjectName.StartsWith("Salinan")));
        Assert.Equal(8, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Read && a.VillageId == village && !a.SubjectName.StartsWith("Salinan")));
    }

    [Theory]
    [InlineData(Role.Facilitator, HttpStatusCode.NotFound)]
    [InlineData(Role.Leader, HttpStatusCode.Forbidden)]
    [InlineData(Role.AgencyHead, HttpStatusCode.Forbidden)]
    [InlineData(Role.AgencyOperator, HttpStatusCode.Forbidden)]
    public async Task Others_see_no_musyawarah(Role role, HttpStatusCode expected)
    {
        var portal = await Portal.SharedAsync();
        var (_, id, _) = await HeldAsync(portal);
        using var browser = await portal.SignInAsync(role);

        foreach (var page in Reading) Assert.Equal(expected, (await browser.GetAsync($"/musyawarah/{id}{page}")).Status);
        foreach (var paper in Papers) Assert.Equal(expected, (await browser.GetAsync($"/laporan/musyawarah/{id}/{paper}.html")).Status);
    }

    [Fact]
    public async Task The_list_narrows_pages_and_exports_what_is_in_reach()
    {
        var portal = await Portal.SharedAsync();
        var (regency, district, villages) = await portal.Make.DistrictAsync(2);
        for (var i = 0; i < 26; i++) await portal.Make.DeliberationAsync(villages[0].Id, heldOn: new DateOnly(2026, 10, 1).AddDays(i));
        await portal.Make.DeliberationAsync(villages[1].Id, heldOn: new(2026, 9, 3));
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);

        var first = await camat.GetAsync("/musyawarah");
        Assert.Contains("27 musyawarah", first.Text, StringComparison.Ordinal);
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await camat.GetAsync(next);
        Assert.Equal((25, 2), (first.Document.QuerySelectorAll("tbody tr").Length, second.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("26 Oktober 2026", first.Text, StringComparison.Ordinal);
        Assert.Contains("3 September 2026", second.Text, StringComparison.Ordinal);
        Assert.Equal(25, (await camat.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(1, (await camat.GetAsync("/musyawarah?periode=2026-09")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(1, (await camat.GetAsync($"/musyawarah?desa={villages[1].Code}&keadaan=terbuka")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Tidak ada musyawarah yang cocok", (await camat.GetAsync("/musyawarah?keadaan=ditutup")).Text, StringComparison.Ordinal);
        var (rows, _) = ReadWorkbook(await camat.DownloadAsync("/musyawarah?handler=Export"));
        Assert.Equal(28, rows);
    }

    private static (int Rows, int Columns) ReadWorkbook(byte[] content)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(content));
        return (reader.RowCount, reader.FieldCount);
    }

    private static async Task<(string Code, Guid Id, string Name)> HeldAsync(Portal portal)
    {
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var name = Builders.Unique("Kepala Rahasia");
        var proposal = await portal.Make.ProposalAsync(village.Id, content: Builders.NewFamilyContent(name));
        return (village.Code, await portal.Make.ReadyDeliberationAsync(village.Id, (proposal, DeliberationOutcome.Worthy, null)), name);
    }

    private static async Task<(Guid District, Guid Village, Guid Id, string Name)> HeldInDistrictAsync(Portal portal)
    {
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var name = Builders.Unique("Kepala Terbaca");
        var proposal = await portal.Make.ProposalAsync(villages[0].Id, content: Builders.NewFamilyContent(name));
        return (district.Id, villages[0].Id, await portal.Make.ReadyDeliberationAsync(villages[0].Id, (proposal, DeliberationOutcome.Worthy, null)), name);
    }
}
