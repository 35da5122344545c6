using Microsoft.Playwright;
using TkpkPortal.Core.Common;

namespace TkpkPortal.EndToEndTests;

/// <summary>The pair that must read right: the rate fell while the number rose, and the population it implies cannot be.</summary>
public sealed class LabuhanbatuSelatanTests
{
    [Fact]
    public async Task The_rate_falls_while_the_number_rises_and_the_jump_is_flagged_but_kept()
    {
        await using var browser = await BrowserPortal.StartAsync();
        var make = browser.Portal.Make;
        await make.AreaAsync("12", "Sumatera Utara");
        await make.ChooseRegencyAsync(await make.AreaAsync("12.22", "Kabupaten Labuhanbatu Selatan"));
        var page = await browser.SignInAsync((await make.UserAsync(Role.Secretariat)).UserName!);

        await RecordAsync(page, "Persentase penduduk miskin (P0), persen", "2015", "11,59");
        await RecordAsync(page, "Jumlah penduduk miskin, ribu jiwa", "2015", "36,37");
        await RecordAsync(page, "Persentase penduduk miskin (P0), persen", "2016", "11,20");
        await RecordAsync(page, "Jumlah penduduk miskin, ribu jiwa", "2016", "36,62");
        await page.SeesAsync("tersimpan.", "4,2");

        await page.OpenAsync("/statistik");
        await page.SeesAsync("11,20 persen", "turun 0,39 poin", "36,62 ribu jiwa", "naik 250 jiwa", "4,2 persen");
    }

    private static async Task RecordAsync(IPage page, string indicator, string year, string value)
    {
        await page.OpenAsync("/statistik/nilai/catat");
        await page.ChooseAsync("Indikator", indicator);
        await page.ChooseAsync("Wilayah", "12.22 Kabupaten Labuhanbatu Selatan");
        await page.EnterAsync("Tahun", year);
        await page.EnterAsync("Nilai", value);
        await page.SubmitAsync("Simpan angka");
        await page.SeesAsync("tersimpan.");
    }
}
