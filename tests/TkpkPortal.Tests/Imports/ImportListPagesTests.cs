using System.Net;
using MiniExcelLibs;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class ImportListPagesTests
{
    [Fact]
    public async Task An_empty_list_says_what_to_do_first()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.SocialAgency);

        var list = await browser.GetAsync("/impor");

        Assert.Contains("Belum ada berkas yang diimpor", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector(".empty a[href='/impor/unggah']"));
        Assert.Null(list.Document.QuerySelector(".menu a[href='/impor'] b"));
    }

    [Fact]
    public async Task The_list_filters_pages_and_exports_and_the_menu_counts_who_waits()
    {
        await using var portal = await Portal.StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        for (var i = 0; i < 25; i++) await portal.Make.ImportAsync(ImportState.Committed, new(New: 2, Rows: 2));
        var waiting = await portal.Make.ImportAsync(ImportState.Preview, new(New: 1204, Changed: 318, Bad: 42), ImportFormat.Deciles, "BPS Uji", "desil.xlsx", uploadedBy: user.Id);
        using var browser = await portal.SignInAsync(user.UserName!);

        var first = await browser.GetAsync("/impor");
        Assert.Equal(25, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Baris 1–25 dari 26", first.Text, StringComparison.Ordinal);
        Assert.Equal("1 menunggu", first.Document.QuerySelector(".menu a[href='/impor'] b")!.TextContent);
        Assert.Single((await browser.GetAsync("/impor?halaman=2")).Document.QuerySelectorAll("main tbody tr"));

        var row = Assert.Single((await browser.GetAsync("/impor?keadaan=menunggu")).Document.QuerySelectorAll("main tbody tr")).TextContent;
        Assert.All(["desil.xlsx", "BPS Uji", "Siap ditinjau", "1.204", "318", "42", user.FullName], word => Assert.Contains(word, row, StringComparison.Ordinal));
        Assert.Single((await browser.GetAsync("/impor?jenis=Deciles")).Document.QuerySelectorAll("main tbody tr"));
        Assert.Contains("Tidak ada impor yang cocok", (await browser.GetAsync("/impor?jenis=Recipients")).Text, StringComparison.Ordinal);

        using var workbook = new MemoryStream(await browser.DownloadAsync("/impor?handler=Export"));
        var rows = workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(26, rows.Count);
        Assert.Equal((waiting.Id.ToString(), "Daftar desil", 42d), (rows[0]["id"], rows[0]["jenis_berkas"], rows[0]["baris_galat"]));
    }

    public static TheoryData<Role> Outsiders => [Role.AgencyHead, Role.AgencyOperator, Role.DistrictHead, Role.VillageOperator, Role.Facilitator, Role.Leader];

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Who_may_not_import_gets_none_of_the_pages(Role role)
    {
        var portal = await Portal.SharedAsync();
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(New: 1, Rows: 1));
        using var browser = await portal.SignInAsync(role);

        foreach (var path in new[] { "", "/unggah", "/templat", $"/{batch.Id}", $"/{batch.Id}/galat", $"/{batch.Id}/berubah", $"/{batch.Id}/baru", $"/{batch.Id}/hilang", $"/{batch.Id}/kolom", $"/{batch.Id}/simpan", $"/{batch.Id}/galat.xlsx" })
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await browser.GetAsync("/impor" + path)).Status));
        Assert.Null((await browser.GetAsync("/")).Document.QuerySelector("a[href='/impor']"));
    }

    [Fact]
    public async Task An_unknown_import_is_not_there()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        foreach (var page in new[] { "", "/simpan", "/tolak", "/hentikan", "/urungkan", "/lanjutkan", "/coba-lagi", "/kolom", "/galat", "/berubah", "/baru", "/hilang", "/tertinggal", "/galat.xlsx" })
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await browser.GetAsync($"/impor/{Guid.CreateVersion7()}{page}")).Status));
    }
}
