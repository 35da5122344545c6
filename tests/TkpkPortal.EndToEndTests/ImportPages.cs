using Microsoft.Playwright;
using TkpkPortal.Core.Common;

namespace TkpkPortal.EndToEndTests;

/// <summary>What a person does to import a file.</summary>
internal static class ImportPages
{
    public static async Task UploadP3keAsync(this IPage page, string fileName, byte[] content)
    {
        await page.OpenAsync("/impor/unggah");
        await page.Locator("main").GetByLabel("P3KE keluarga", new() { Exact = false }).CheckAsync();
        await page.EnterAsync("Pemberi data", "Kemenko PMK");
        await page.EnterAsync("Nomor surat atau berita acara", "400.9/112/2026");
        await page.EnterAsync("Dasar hukum", "Inpres 4 Tahun 2025");
        await page.EnterAsync("Tujuan penggunaan", "Penetapan sasaran tahun 2026");
        await page.EnterAsync("Tanggal pendataan (P3KE)", "01/11/2025");
        await page.EnterAsync("Sumber desil (P3KE dan daftar desil)", "P3KE");
        await page.EnterAsync("Tanggal rilis desil (P3KE dan daftar desil)", "31/01/2026");
        await page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = SpreadsheetFile.ContentType, Buffer = content });
        await page.SubmitAsync("Unggah dan periksa");
    }

    /// <summary>The page loads itself again until the worker has come so far.</summary>
    public static Task WaitForHeadingAsync(this IPage page, string heading) =>
        page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync(new() { Timeout = 120_000 });

    public static async Task NameColumnAsync(this IPage page, string label)
    {
        await page.WaitForHeadingAsync("Kolom impor perlu dicocokkan");
        await page.FollowAsync("Cocokkan kolom");
        await page.ChooseAsync(label, "Abaikan kolom ini");
    }

    public static Task<IReadOnlyList<string>> CountsAsync(this IPage page) => page.Locator(".counts b").AllInnerTextsAsync();
}
