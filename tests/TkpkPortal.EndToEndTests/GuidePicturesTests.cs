using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>
/// The pictures of the user guide. TKPK_GUIDE=1 makes them anew from a full demo; without it the same pages are walked, so that the list cannot rot.
/// </summary>
public sealed partial class GuidePicturesTests
{
    private const int MostBytes = 200 * 1024;

    private static readonly bool MakesPictures = Environment.GetEnvironmentVariable("TKPK_GUIDE") == "1";

    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "panduan");

    private readonly List<string> _taken = [];

    [Fact]
    public async Task Every_picture_can_be_made()
    {
        await using var browser = await BrowserPortal.StartAsync(() => DemoPortal.StartAsync(MakesPictures ? 10_000 : 300, seed: 1));
        await TakeSignInAsync(browser);
        await TakeProposalsAsync(browser);
        await TakeHouseholdsAsync(browser);
        await TakeFamilyActsAsync(browser);
        await TakeProgramsAndMeetingsAsync(browser);
        await TakeStatisticsAsync(browser);
        await TakeImportsAsync(browser);
        foreach (var (user, name, path) in new[]
                 {
                     ("pimpinan", "beranda-pimpinan", "/"), ("sekretariat", "beranda-sekretariat", "/"), ("sekretariat", "laporan-daftar", "/laporan"), ("sekretariat", "wilayah", "/wilayah"),
                     ("sekretariat", "peta-wilayah", "/wilayah/peta"), ("sekretariat", "opd", "/opd"), ("sekretariat", "mitra", "/mitra"), ("admin", "pengaturan", "/pengaturan"),
                     ("admin", "pengaturan-lambang", "/pengaturan/lambang"), ("admin", "pengaturan-penandatangan", "/pengaturan/penandatangan"), ("admin", "jejak", "/jejak"),
                     ("admin", "jejak-periksa", "/jejak/periksa"),
                 })
            await TakeAsync(browser, user, name, path);

        Assert.Equal(LinkedPictures().Order(), _taken.Order());
        Assert.True(browser.Complaints.IsEmpty, string.Join('\n', browser.Complaints));
    }

    [Fact]
    public void Every_link_to_a_picture_has_its_picture()
    {
        var files = Directory.GetFiles(Path.Combine(Guide, "gambar"), "*.png");
        Assert.Equal(LinkedPictures().Order(), files.Select(f => Path.GetFileNameWithoutExtension(f)!).Order());
        Assert.All(files, file => Assert.True(new FileInfo(file).Length <= MostBytes, $"{file}: {new FileInfo(file).Length / 1024} KB"));
    }

    private async Task TakeSignInAsync(BrowserPortal browser)
    {
        await SaveAsync(await OpenAsync(await browser.VisitAsync(), "/masuk"), "masuk");
        var admin = await browser.SignInAsync("admin");
        await TakeAsync(browser, "admin", "pengguna", "/pengguna");
        await OpenAsync(admin, "/pengguna/undang");
        await admin.EnterAsync("Nama pengguna", "siti.contoh");
        await admin.EnterAsync("Nama lengkap", "Siti Contoh");
        await admin.EnterAsync("Jabatan", "Staf Bidang Ekonomi, Bappeda");
        await admin.ChooseAsync("Peran", "Sekretariat TKPK");
        await admin.SubmitAsync("Undang pengguna");
        await SaveAsync(admin, "pengguna-tautan");
        var link = await admin.Locator(".link-once code").InnerTextAsync();
        await SaveAsync(await OpenAsync(await browser.VisitAsync(), new Uri(link.Trim()).AbsolutePath), "undangan");
        await TakeAsync(browser, "opd", "akun", "/akun");
        await TakeAsync(browser, "opd", "kata-sandi", "/akun/kata-sandi");
    }

    private async Task TakeHouseholdsAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var enrolled = await db.Enrollments.Where(e => e.EndedOn == null).OrderBy(e => e.Id).FirstAsync();
        foreach (var (user, name, path) in new[]
                 {
                     ("dinsos", "keluarga-daftar", "/keluarga"), ("dinsos", "keluarga-daftarkan", "/keluarga/daftarkan"), ("dinsos", "keluarga-profil", $"/keluarga/{enrolled.HouseholdId}"),
                     ("dinsos", "keluarga-buka-nik", $"/keluarga/{enrolled.HouseholdId}/buka-nik"), ("dinsos", "program-penerima", $"/program/{enrolled.ProgramId}/penerima"),
                     ("pimpinan", "keluarga-per-desa", "/keluarga-per-desa"),
                 })
            await TakeAsync(browser, user, name, path);
    }

    private async Task TakeFamilyActsAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var large = await db.Households.Where(h => h.MemberCount >= 4).OrderBy(h => h.Id).Select(h => new { h.Id, h.VillageId }).FirstAsync();
        var survey = await db.Surveys.Where(s => s.MemberId == null).OrderBy(s => s.Id).Select(s => new { s.Id, s.HouseholdId }).FirstAsync();
        var others = await db.Households.Where(h => h.Id != large.Id && h.Id != survey.HouseholdId && h.MemberCount <= 3)
            .OrderBy(h => h.VillageId != large.VillageId).ThenBy(h => h.Id).Select(h => h.Id).Take(2).ToListAsync();
        await browser.Portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), async leave =>
            await leave.RunAsync(others[1], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3), LeaveReason.Moved, await browser.Portal.Make.VersionAsync(others[1]), default));
        foreach (var (user, name, path) in new[]
                 {
                     ("sekretariat", "keluarga-pindah", $"/keluarga/{large.Id}/pindah"), ("sekretariat", "keluarga-pisah", $"/keluarga/{large.Id}/pisah"),
                     ("sekretariat", "keluarga-gabung", $"/keluarga/{large.Id}/gabung?dengan={others[0]}"), ("sekretariat", "keluarga-belum-padan", "/keluarga/belum-padan"),
                     ("sekretariat", "keluarga-keluar", "/keluarga/keluar"), ("sekretariat", "survei-tambah", $"/keluarga/{survey.HouseholdId}/survei/tambah"),
                     ("sekretariat", "survei-rinci", $"/keluarga/{survey.HouseholdId}/survei/{survey.Id}"), ("sekretariat", "keluarga-kondisi", $"/keluarga/{survey.HouseholdId}#kondisi"),
                     ("sekretariat", "daftar-periksa", $"/keluarga/{survey.HouseholdId}/daftar-periksa/fakir-miskin"), ("sekretariat", "pergerakan-desil", "/keluarga/pergerakan-desil"),
                     ("sekretariat", "profil-keluarga", $"/laporan/keluarga/{survey.HouseholdId}/profil.html"), ("sekretariat", "profil-desa", $"/laporan/desa/{large.VillageId}/profil.html"),
                 })
            await TakeAsync(browser, user, name, path);
    }

    private async Task TakeProgramsAndMeetingsAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var housing = await db.Users.Where(u => u.UserName == "opd").Select(u => u.AgencyId).SingleAsync();
        var program = await db.Programs.Where(p => p.AgencyId == housing).OrderBy(p => p.Code).FirstAsync();
        var followUp = await db.FollowUps.Where(f => f.AgencyId == housing).OrderBy(f => f.Status).FirstAsync();
        var held = await db.Meetings.Where(m => m.Status == MeetingStatus.MinutesApproved).OrderByDescending(m => m.Date).FirstAsync();
        var waiting = await browser.Portal.Make.HeldMeetingAsync(held.Date.AddDays(14), "Rakor TKPK tentang Ketepatan Sasaran");
        foreach (var (user, name, path) in new[]
                 {
                     ("sekretariat", "program", "/program"), ("opd", "program-rincian", $"/program/{program.Id}"), ("sekretariat", "pagu-realisasi", "/program/anggaran"),
                     ("sekretariat", "rakor-daftar", "/rakor"), ("sekretariat", "rakor-rencana", "/rakor/rencanakan"), ("sekretariat", "rakor-rinci", $"/rakor/{held.Id}"),
                     ("sekretariat", "rakor-daftar-hadir", $"/rakor/{held.Id}/daftar-hadir"), ("pimpinan", "rakor-sahkan-notulen", $"/rakor/{waiting.Id}/sahkan-notulen"),
                     ("sekretariat", "tindak-lanjut-daftar", "/tindak-lanjut"), ("opd", "tindak-lanjut-laporkan", $"/tindak-lanjut/{followUp.Id}/laporkan"),
                 })
            await TakeAsync(browser, user, name, path);
    }

    private async Task TakeStatisticsAsync(BrowserPortal browser)
    {
        var page = await browser.SignInAsync("sekretariat", Width);
        await OpenAsync(page, "/statistik/impor");
        await page.GiveFileAsync("Berkas CSV", "angka-2026.csv", "kode_wilayah;tahun;indikator;nilai\n99.01;2026;P0;12,10\n99.01;2026;JUMLAH_MISKIN;31,20\n99.01;2026;P1;1,n\n77.77;2026;P0;9,40\n");
        await page.SubmitAsync("Unggah dan periksa");
        await SaveAsync(page, "statistik-impor");
        foreach (var (name, path) in new[] { ("statistik", "/statistik"), ("statistik-catat", "/statistik/nilai/catat"), ("statistik-nilai", "/statistik/nilai") })
            await TakeAsync(browser, "sekretariat", name, path);
    }

    private async Task TakeImportsAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var village = await db.Areas.Where(a => db.Households.Any(h => h.VillageId == a.Id)).OrderBy(a => a.Code).FirstAsync();
        var page = await browser.SignInAsync("sekretariat", Width);
        await TakeAsync(browser, "sekretariat", "impor-unggah", "/impor/unggah");
        await TakeAsync(browser, "sekretariat", "impor-templat", "/impor/templat");
        await page.UploadP3keAsync("p3ke_keluarga_jan2026.xlsx", new MessyWorkbook(village.Code).Content());
        await page.NameColumnAsync($"J: {MessyWorkbook.UnknownHeader}");
        await SaveAsync(page, "impor-kolom");
        await page.SubmitAsync("Simpan padanan dan baca berkas");
        await page.WaitForHeadingAsync("Pratinjau impor P3KE keluarga");
        await SaveAsync(page, "impor-pratinjau");
        await page.SubmitAsync($"Simpan {MessyWorkbook.Good} keluarga yang benar");
        await page.WaitForHeadingAsync($"{MessyWorkbook.Good} keluarga tersimpan");
        await SaveAsync(page, "impor-tersimpan");
        await TakeAsync(browser, "sekretariat", "impor-daftar", "/impor");
    }

    private async Task TakeAsync(BrowserPortal browser, string user, string name, string path)
    {
        var page = await browser.SignInAsync(user, Width);
        await SaveAsync(await OpenAsync(page, path), name);
        await page.Context.CloseAsync();
    }

    private const int Width = 1200;

    private static async Task<IPage> OpenAsync(IPage page, string path)
    {
        await page.SetViewportSizeAsync(Width, 800);
        await page.OpenAsync(path);
        return page;
    }

    private async Task SaveAsync(IPage page, string name)
    {
        Assert.DoesNotContain("Galat", await page.TitleAsync(), StringComparison.Ordinal);
        _taken.Add(name);
        if (MakesPictures) await page.ScreenshotAsync(new() { Path = Path.Combine(Guide, "gambar", name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static List<string> LinkedPictures() =>
        [.. Directory.GetFiles(Guide, "*.md").SelectMany(file => PictureLink().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"gambar/([a-z0-9-]+)\.png")]
    private static partial Regex PictureLink();
}
