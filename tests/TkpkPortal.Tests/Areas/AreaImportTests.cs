using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Areas;

public sealed class AreaImportTests
{
    private static int _province = 40;

    [Fact]
    public async Task A_list_with_dirt_brings_in_the_good_rows_and_names_the_bad_ones()
    {
        var portal = await Portal.SharedAsync();
        var p = NewProvince();
        var report = await ImportAsync(portal, $"\uFEFFKode;NAMA\r\n{p};Lampung\r\n{p}.04;Lampung Barat\r\n{p}0404;Balik Bukit\r\n{p}.04.04.2002;Kubu Perahu\r\n{p}.4;Salah\r\n{p}.04.05;\r\n{p}.04;Lagi\r\n{p}.09.01;Yatim\r\n;;\r\n");

        Assert.Equal(4, report.Added);
        Assert.Equal([AreaRules.BadCode.Code, AreaRules.NameMissing.Code, AreaRules.CodeTwice.Code, AreaRules.ParentMissing.Code], report.Problems.Select(x => x.Code));
        Assert.Equal([6, 7, 8, 9], report.Problems.Select(x => x.Row));
        await using var db = portal.Open();
        var village = await db.Areas.SingleAsync(a => a.Code == $"{p}.04.04.2002");
        Assert.Equal(AreaLevel.Village, village.Level);
        Assert.Equal(VillageKind.Desa, village.Kind);
        Assert.Equal($"{p}.04.04", (await db.Areas.SingleAsync(a => a.Id == village.ParentId)).Code);
    }

    [Fact]
    public async Task A_second_import_renames_keeps_ids_and_marks_what_vanished()
    {
        var portal = await Portal.SharedAsync();
        var p = NewProvince();
        await ImportAsync(portal, $"kode,nama\n{p},Provinsi\n{p}.01,Kabupaten Satu\n{p}.01.01,Kecamatan A\n{p}.01.02,Kecamatan B\n{p}.02,Kabupaten Dua\n");
        await using var before = portal.Open();
        var id = (await before.Areas.SingleAsync(a => a.Code == $"{p}.01.01")).Id;

        var report = await ImportAsync(portal, $"kode,nama\n{p},Provinsi\n{p}.01,Kabupaten Satu\n{p}.01.01,Kecamatan Baru\n");

        Assert.Equal((0, 1, 2), (report.Added, report.Renamed, report.Same));
        Assert.Equal([$"{p}.01.02 Kecamatan B"], report.Vanished);
        await using var db = portal.Open();
        Assert.Equal(id, (await db.Areas.SingleAsync(a => a.Name == "Kecamatan Baru" && a.Code == $"{p}.01.01")).Id);
        Assert.NotNull((await db.Areas.SingleAsync(a => a.Code == $"{p}.01.02")).VanishedOn);
        Assert.Null((await db.Areas.SingleAsync(a => a.Code == $"{p}.02")).VanishedOn);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Import && a.Reason!.Contains("1 hilang")));

        await ImportAsync(portal, $"kode,nama\n{p}.01,Kabupaten Satu\n{p}.01.01,Kecamatan Baru\n{p}.01.02,Kecamatan B\n");
        Assert.Null((await db.Areas.AsNoTracking().SingleAsync(a => a.Code == $"{p}.01.02")).VanishedOn);
    }

    [Theory]
    [InlineData("", "CSV-01")]
    [InlineData("kode,nama\n", "CSV-02")]
    [InlineData("kode,wilayah\n18,Lampung\n", "CSV-03")]
    [InlineData("PK\u0003\u0004", "CSV-05")]
    public async Task A_file_that_cannot_be_used_gets_one_sentence(string content, string rule)
    {
        var portal = await Portal.SharedAsync();
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => ImportAsync(portal, content));
        Assert.Equal(rule, broken.Rule.Code);
    }

    [Fact]
    public async Task The_national_list_of_91_599_rows_goes_in_at_once()
    {
        await using var portal = await Portal.StartAsync();
        var list = new StringBuilder("kode,nama\n");
        var rows = 0;
        for (var p = 11; rows < 91_599 && p < 50; p++)
        {
            Add($"{p}", $"Provinsi {p}");
            for (var k = 1; k <= 14; k++)
            {
                Add($"{p}.{k:00}", $"Kabupaten {p}{k}");
                for (var c = 1; c <= 14; c++)
                {
                    Add($"{p}.{k:00}.{c:00}", $"Kecamatan {c}");
                    for (var v = 1; v <= 12; v++) Add($"{p}.{k:00}.{c:00}.{2000 + v}", $"Desa {v}");
                }
            }
        }

        var report = await ImportAsync(portal, list.ToString());

        Assert.Equal(rows, report.Added);
        Assert.Empty(report.Problems);
        await using var db = portal.Open();
        Assert.Equal(0, await db.Areas.CountAsync(a => a.ParentId == null && a.Level != AreaLevel.Nation));

        void Add(string code, string name)
        {
            if (rows >= 91_599) return;
            list.Append(CultureInfo.InvariantCulture, $"{code},{name}\n");
            rows++;
        }
    }

    [Fact]
    public async Task The_page_takes_the_file_and_reports()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var p = NewProvince();
        var form = await browser.OpenFormAsync("/wilayah/impor");

        var answer = await form.SendAsync([], ("Upload", "wilayah.csv", Encoding.UTF8.GetBytes($"kode,nama\n{p},Provinsi\n{p}.x,Rusak\n")));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("1baru", answer.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"Kode wilayah “{p}.x” tidak benar", answer.Text, StringComparison.Ordinal);
        var missing = await form.SendAsync([]);
        Assert.Equal(["Pilih berkas CSV daftar wilayah."], missing.Problems);
    }

    internal static string NewProvince() => Interlocked.Increment(ref _province).ToString("00", CultureInfo.InvariantCulture);

    internal static async Task<AreaImportReport> ImportAsync(Portal portal, string content)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Web.Access.CurrentActor>().Actor = Actor.System("Uji");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await scope.ServiceProvider.GetRequiredService<ImportAreas>().RunAsync(stream, CancellationToken.None);
    }
}
