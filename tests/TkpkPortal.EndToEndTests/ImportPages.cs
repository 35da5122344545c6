using Microsoft.Playwright;
using TkpkPortal.Core.Common;

namespace TkpkPortal.EndToEndTests;

/// <summary>What a person does to import a file.</summary>
internal static class ImportPages
{
    public static Task UploadP3keAsync(this IPage page, string fileName, byte[] content) => page.UploadAsync("P3KE keluarga", fileName, SpreadsheetFile.ContentType, content, async () =>
    {
        await page.EnterAsync("Tanggal pendataan (P3KE)", "01/11/2025");
        await page.EnterAsync("Sumber desil (P3KE, daftar desil, dan hasil pusat)", "P3KE");
        await page.EnterAsync("Tanggal rilis desil (P3KE, daftar desil, dan hasil pusat)", "31/01/2026");
    });

    /// <param name="fill">What only this kind of file is asked for.</param>
    public static async Task UploadAsync(this IPage page, string kind, string fileName, string contentType, byte[] content, Func<Task> fill)
    {
        await page.OpenAsync("/impor/unggah");
        await page.Locator("main").GetByLabel(kind, new() { Exact = false }).CheckAsync();
        await page.EnterAsync("Pemberi data", "Kemenko PMK");
        await page.EnterAsync("Nomor surat atau berita acara", "400.9/112/2026");
        await page.EnterAsync("Dasar hukum", "Inpres 4 Tahun 2025");
        await page.EnterAsync("Tujuan penggunaan", "Penetapan sasaran tahun 2026");
        await fill();
        await page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = contentType, Buffer = content });
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
