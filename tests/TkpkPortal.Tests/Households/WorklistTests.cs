using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class WorklistTests
{
    [Fact]
    public async Task Who_lacks_a_number_is_listed_by_desa_until_it_is_filled_in()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var family = await portal.Make.HouseholdAsync(villages[0].Id, nik: Builders.Nik(), headName: Builders.Unique("Tanpa Kartu"));
        var other = await portal.Make.HouseholdAsync(villages[1].Id, cardNumber: Builders.CardNumber(), headName: Builders.Unique("Tanpa Nomor"));
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var desa = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);

        var counts = await camat.GetAsync("/keluarga/belum-padan");
        var people = await desa.GetAsync("/keluarga/belum-padan");
        var cards = await desa.GetAsync("/keluarga/belum-padan?jenis=kk");

        Assert.Contains("1 orang tanpa NIK, 1 keluarga tanpa KK", counts.Text, StringComparison.Ordinal);
        Assert.Contains("Tanpa Kartu", (await camat.GetAsync($"/keluarga/belum-padan?desa={villages[0].Code}&jenis=kk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Isi nomor KK", (await camat.GetAsync($"/keluarga/belum-padan?desa={villages[0].Code}&jenis=kk")).Text, StringComparison.Ordinal);
        Assert.Contains("Tanpa Nomor", people.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tanpa Kartu", people.Text, StringComparison.Ordinal);
        Assert.Contains("Semuanya sudah padan", cards.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desa.GetAsync($"/keluarga/belum-padan?desa={villages[0].Code}")).Status);
        var link = people.Document.QuerySelector("td a[href$='/perbaiki']")!.GetAttribute("href")!;
        Assert.True((await desa.SubmitAsync(link, new() { ["Input.Nik"] = Builders.Nik() })).IsRedirect);
        Assert.Contains("Semuanya sudah padan", (await desa.GetAsync("/keluarga/belum-padan")).Text, StringComparison.Ordinal);
        Assert.NotEqual(family, other);
    }

    [Fact]
    public async Task The_worklist_pages_without_a_gap_and_exports_all_of_it()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        for (var i = 0; i < 7; i++) await portal.Make.HouseholdAsync(village.Id, 3, headName: $"Kepala {i % 3}");
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var first = await browser.GetAsync("/keluarga/belum-padan");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var back = await browser.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync("/keluarga/belum-padan?handler=Export")), useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();

        string[] Names(Answer page) => [.. page.Document.QuerySelectorAll("tbody td a[href$='/perbaiki']").Select(a => a.GetAttribute("href")!)];
        Assert.Equal(28, Names(first).Concat(Names(second)).Distinct().Count());
        Assert.Equal(Names(first), Names(back));
        Assert.Equal(28, rows.Count);
        Assert.Equal("NIK", rows[0]["belum_ada"]);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Export && a.SubjectName == "Daftar belum padan (tanpa NIK), 28 baris"));
    }

    [Fact]
    public async Task Families_that_left_are_listed_with_reason_and_date_for_their_desa()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var name = Builders.Unique("Sudah Pergi");
        var family = await portal.Make.HouseholdAsync(villages[0].Id, headName: name);
        var version = await portal.Make.VersionAsync(family);
        await portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), u => u.RunAsync(family, new DateOnly(2026, 1, 9), LeaveReason.Deceased, version, CancellationToken.None));
        using var own = await portal.SignInAsync(Role.VillageOperator, villages[0].Id);
        using var other = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);

        var list = await own.GetAsync("/keluarga/keluar");

        Assert.Contains($"{name} {villages[0].Name}", list.Text, StringComparison.Ordinal);
        Assert.Contains("Meninggal 9 Januari 2026", list.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada keluarga yang keluar", (await own.GetAsync("/keluarga/keluar?alasan=Moved")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await other.GetAsync("/keluarga/keluar")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/keluarga/keluar?desa={villages[0].Code}")).Status);
        Assert.Single(MiniExcelLibs.MiniExcel.Query(new MemoryStream(await own.DownloadAsync("/keluarga/keluar?handler=Export")), useHeaderRow: true));
    }
}
