using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Statistics;

public sealed class ImportPagesTests
{
    [Fact]
    public async Task A_dirty_file_is_previewed_its_good_rows_go_in_and_the_bad_come_back()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var area = await AreaAsync(portal);
        await portal.Make.FiguresAsync(area.Code, "P0", (2015, 11.59m), (2014, 12m));
        var file = $"""
            Indikator;Kode Wilayah;TAHUN;nilai;sementara;sumber
            P0;{area.Code};2014;12,00;;
            p0;{area.Code.Replace(".", "", StringComparison.Ordinal)};2015;11,60;;
            jumlah miskin;{area.Code};2016;36,62;ya;BRS 5
            P0;{area.Code};2016;36.620;;
            P0;77.77;2016;11,2;;
            KEBAHAGIAAN;{area.Code};2016;70;;
            P0;{area.Code};16;11,2;;
            P0;{area.Code};2017;n.a.;;
            P0;{area.Code};2014;12,00;;
            """;

        var preview = await UploadAsync(browser, Encoding.Latin1.GetBytes(file));

        var page = await browser.GetAsync(preview);
        Assert.Equal(["1", "1", "1", "6"], page.Document.QuerySelectorAll(".counts b").Select(b => b.TextContent));
        Assert.Contains("11,59 menjadi 11,60", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("#galat tbody tr"), r => r.Children.Take(3).Select(c => c.TextContent.Trim()).SequenceEqual(["Baris 5", "nilai", "36.620"]));
        Assert.Contains("Kode wilayah “77.77” tidak ada di daftar wilayah.", page.Text, StringComparison.Ordinal);
        Assert.Contains("mengulang indikator, wilayah, periode, dan rincian baris 2.", page.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(2, await db.IndicatorValues.CountAsync(v => v.AreaId == area.Id));

        var saved = await browser.SubmitAsync(preview, []);

        Assert.Equal(preview, saved.Location);
        Assert.Contains("1 angka baru dan 1 perubahan tersimpan; 6 baris galat tidak masuk.", (await browser.GetAsync(preview)).Text, StringComparison.Ordinal);
        var kept = await db.IndicatorValues.AsNoTracking().Where(v => v.AreaId == area.Id).OrderBy(v => v.Year).ToListAsync();
        Assert.Equal([(2014, 12m, false), (2015, 11.60m, false), (2016, 36.62m, true)], kept.Select(v => (v.Year, v.Value, v.IsProvisional)));
        Assert.All(kept, v => Assert.Equal(3, v.Month));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == kept[1].Id && a.Action == AuditAction.Update));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Import && a.SubjectName.EndsWith("1 baru, 1 berubah, 1 sama, 6 galat")));

        var again = await browser.GetAsync(preview);
        Assert.Equal(["0", "0", "3", "6"], again.Document.QuerySelectorAll(".counts b").Select(b => b.TextContent));
        Assert.Null(again.Document.QuerySelector("main form"));
        var refused = Encoding.UTF8.GetString(await browser.DownloadAsync(again.Document.QuerySelector("a[href*=Refused]")!.GetAttribute("href")!)).TrimStart('\ufeff').Split("\r\n");
        Assert.Equal("Indikator;Kode Wilayah;TAHUN;nilai;sementara;sumber;galat", refused[0]);
        Assert.StartsWith($"P0;{area.Code};2016;36.620;;;nilai: Nilai “36.620” dapat dibaca dua cara.", refused[1], StringComparison.Ordinal);
        Assert.Equal(8, refused.Length);
    }

    [Fact]
    public async Task The_preview_warns_of_an_implausible_pair_and_lets_it_in()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var area = await AreaAsync(portal);
        var file = $"kode_wilayah,tahun,indikator,nilai\n{area.Code},2015,P0,11.59\n{area.Code},2016,P0,11.20\n{area.Code},2015,JUMLAH_MISKIN,36.37\n{area.Code},2016,JUMLAH_MISKIN,36.62\n";

        var preview = await UploadAsync(browser, Encoding.UTF8.GetBytes(file));

        Assert.Contains($"{area.Name}: Persentase dan jumlah penduduk miskin 2016 menyiratkan penduduk bertambah 4,2 persen", (await browser.GetAsync(preview)).Text, StringComparison.Ordinal);
        await browser.SubmitAsync(preview, []);
        await using var db = portal.Open();
        Assert.Equal(4, await db.IndicatorValues.CountAsync(v => v.AreaId == area.Id));
    }

    [Theory]
    [InlineData("", "STA-18")]
    [InlineData("kode_wilayah,tahun,nilai\n12.22,2015,11.59\n", "STA-19")]
    [InlineData("PK\u0003\u0004\u0014\0", "STA-20")]
    public async Task A_file_that_cannot_be_used_gives_one_sentence_and_keeps_nothing(string content, string code)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var rule = new[] { StatisticsRules.FileEmpty, StatisticsRules.ColumnMissing, StatisticsRules.FileUnreadable }.Single(r => r.Code == code);
        var name = Guid.NewGuid() + ".csv";

        var answer = await (await browser.OpenFormAsync("/statistik/impor")).SendAsync([], ("Upload", name, Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([rule.Sentence.Replace("{0}", "indikator", StringComparison.Ordinal)], answer.Problems);
        await using var db = portal.Open();
        Assert.False(await db.StoredFiles.AnyAsync(f => f.Name == name));
    }

    [Fact]
    public async Task No_file_is_said_so()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        Assert.Equal(["Pilih berkas CSV yang akan diunggah."], (await browser.SubmitAsync("/statistik/impor", [])).Problems);
    }

    [Fact]
    public async Task A_staged_file_is_encrypted_and_closed_to_readers()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        using var reader = await portal.SignInAsync(Role.Leader);
        var area = await AreaAsync(portal);

        var preview = await UploadAsync(browser, Encoding.UTF8.GetBytes($"kode_wilayah,tahun,indikator,nilai\n{area.Code},2015,P0,11.59\n"));

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(preview)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/statistik/impor/{Guid.NewGuid()}")).Status);
        await using var db = portal.Open();
        var id = Guid.Parse(preview.Split('/')[^1]);
        Assert.DoesNotContain("kode_wilayah", Encoding.Latin1.GetString((await db.StoredFiles.SingleAsync(f => f.Id == id)).SealedContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_twice_through_the_use_case_changes_nothing_more()
    {
        var portal = await Portal.SharedAsync();
        var area = await AreaAsync(portal);
        var file = Encoding.UTF8.GetBytes($"kode_wilayah,tahun,indikator,nilai,rincian\n{area.Code},2015,P0,11.59,\n{area.Code},2015,P0,12.10,perdesaan\n");

        var first = await ImportAsync(portal, file);
        var second = await ImportAsync(portal, file);

        Assert.Equal((2, 0, 0, 0), (first.New, first.Changed, first.Same, first.BadRows));
        Assert.Equal((0, 0, 2, 0), (second.New, second.Changed, second.Same, second.BadRows));
    }

    private static async Task<IndicatorImport> ImportAsync(Portal portal, byte[] file)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await using var db = portal.Open();
        var import = new ImportIndicatorValues(db, portal.Services.GetRequiredService<CurrentSettings>(), portal.Services.GetRequiredService<KabupatenClock>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
        return await import.RunAsync(new MemoryStream(file), "uji.csv", CancellationToken.None);
    }

    private static async Task<string> UploadAsync(Browser browser, byte[] content)
    {
        var answer = await (await browser.OpenFormAsync("/statistik/impor")).SendAsync([], ("Upload", "angka.csv", content));
        Assert.True(answer.IsRedirect, answer.Text);
        return answer.Location!;
    }

    private static async Task<Area> AreaAsync(Portal portal) => (await portal.Make.DistrictAsync(0)).District;
}
