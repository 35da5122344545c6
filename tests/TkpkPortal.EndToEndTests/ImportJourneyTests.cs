using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.EndToEndTests;

/// <summary>A messy workbook from the centre: upload, columns, preview, save, corrected rows, undo. The registry is looked at after each step.</summary>
public sealed class ImportJourneyTests
{
    [Fact]
    public async Task A_messy_workbook_goes_in_is_mended_and_taken_back()
    {
        await using var browser = await BrowserPortal.StartAsync();
        var make = browser.Portal.Make;
        var (regency, _, villages) = await make.DistrictAsync(1);
        await make.ChooseRegencyAsync(regency);
        var workbook = new MessyWorkbook(villages[0].Code);
        var page = await browser.SignInAsync((await make.UserAsync(Role.Secretariat)).UserName!, script: false);

        await page.OpenAsync("/impor");
        await page.SeesAsync("Belum ada berkas yang diimpor");
        await page.UploadP3keAsync("p3ke_keluarga_jan2026.xlsx", workbook.Content());
        await page.NameColumnAsync($"J: {MessyWorkbook.UnknownHeader}");
        await page.SubmitAsync("Simpan padanan dan baca berkas");
        await page.WaitForHeadingAsync("Pratinjau impor P3KE keluarga");
        var first = page.Path();
        Assert.Equal(["5", "0", "0", "0", "3"], await page.CountsAsync());
        await page.SeesAsync("3 baris galat, 3 sebab", "desil", "99.99.99.2001", "Simpan 5 keluarga yang benar");
        Assert.Empty(await FamiliesAsync(browser));
        await page.OpenAsync($"{first}/baru");
        await page.SeesAsync("5 keluarga", "Kepala Contoh 1");

        await page.OpenAsync(first);
        await page.SubmitAsync("Simpan 5 keluarga yang benar");
        await page.WaitForHeadingAsync("5 keluarga tersimpan");
        Assert.Equal([1, 2, 3, 4, 5], await FamiliesAsync(browser));

        await page.UploadP3keAsync("p3ke_keluarga_jan2026-galat.xlsx", workbook.Mend(await RefusedAsync(page)));
        await page.WaitForHeadingAsync("Pratinjau impor P3KE keluarga");
        Assert.Equal(["3", "0", "0", "5", "0"], await page.CountsAsync());
        await page.SubmitAsync("Simpan 3 keluarga yang benar");
        await page.WaitForHeadingAsync("3 keluarga tersimpan");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], await FamiliesAsync(browser));

        await CorrectAddressAsync(browser, 2);
        await page.OpenAsync(first);
        await page.FollowAsync("Batalkan impor ini");
        await page.SeesAsync("4 keluarga yang dibuat impor ini dikeluarkan lagi", "1 keluarga dibiarkan");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Batalkan impor nomor" }).GoAsync();
        await page.WaitForHeadingAsync("1 keluarga tidak dikembalikan");
        Assert.Equal([2, 6, 7, 8], await FamiliesAsync(browser));
        await page.FollowAsync("Lihat 1 keluarga yang dibiarkan");
        await page.SeesAsync("Kepala Contoh 2");
    }

    /// <summary>Which of the workbook's families are held.</summary>
    private static async Task<List<int>> FamiliesAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var names = await db.Households.Where(h => h.LeftOn == null).Select(h => h.HeadName).ToListAsync();
        return [.. names.Select(name => int.Parse(name.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order()];
    }

    private static async Task<byte[]> RefusedAsync(IPage page)
    {
        var href = await page.GetByRole(AriaRole.Link, new() { Name = "Unduh berkas dengan kolom Galat", Exact = true }).GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(href!);
        Assert.Equal((200, SpreadsheetFile.ContentType), (answer.Status, answer.Headers["content-type"]));
        return await answer.BodyAsync();
    }

    private static async Task CorrectAddressAsync(BrowserPortal browser, int family)
    {
        await using var db = browser.Portal.Open();
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.HeadName == $"Kepala Contoh {family}");
        await browser.Portal.Make.RunAsync<CorrectHousehold>(
            Actor.System("Uji"), useCase => useCase.RunAsync(household.Id, new("Dusun Dua", null, null, null), null, false, household.Version, CancellationToken.None));
    }
}
