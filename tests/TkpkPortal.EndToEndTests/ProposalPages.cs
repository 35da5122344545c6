using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Proposals;

namespace TkpkPortal.EndToEndTests;

/// <summary>What the offices do with proposals, in the words of their pages.</summary>
internal static partial class ProposalPages
{
    /// <summary>Ticks one choice of a question. Its words are what a finger meets: they cover the circle.</summary>
    public static async Task AnswerAsync(this IPage page, string question, string choice)
    {
        var group = page.Locator("main").GetByRole(AriaRole.Group, new() { Name = question, Exact = true });
        await group.Locator("label").Filter(Just(choice)).ClickAsync();
        Assert.True(await group.GetByLabel(choice, new() { Exact = true }).IsCheckedAsync());
    }

    public static async Task ChooseKindAsync(this IPage page, string kind)
    {
        await page.OpenAsync("/usulan/baru");
        await page.Locator("main label").Filter(new() { Has = page.GetByText(kind, new() { Exact = true }) }).ClickAsync();
        await page.TickAsync("Keluarga datang sendiri (aktif)");
        await page.SubmitAsync("Lanjutkan");
    }

    public static Guid ProposalId(this IPage page) => Guid.Parse(ProposalAddress().Match(page.Path()).Groups[1].Value);

    public static async Task FillMemberAsync(this IPage page, string name, string nik, string relation, string sex, string birth)
    {
        await page.EnterAsync("Nama lengkap", name);
        await page.EnterAsync("NIK (jika ada)", nik);
        await page.ChooseAsync("Hubungan dengan kepala keluarga", relation);
        await page.TickAsync(sex);
        await page.EnterAsync("Tanggal lahir (jika ada)", birth);
    }

    public static async Task AddPhotoAsync(this IPage page, Guid proposal, byte[]? picture = null)
    {
        await page.OpenAsync($"/usulan/{proposal}/foto");
        await page.ChooseAsync("Yang difoto", "Rumah tampak depan");
        await page.Locator("main").GetByLabel("Pilih berkas yang sudah ada").SetInputFilesAsync(new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = picture ?? PhotoFiles.Phone() });
        await page.SubmitAsync("Simpan foto");
        await page.SeesAsync("Foto tersimpan.", "Rumah tampak depan");
        Assert.True(await page.Locator(".photos img").EvaluateAsync<bool>("async photo => { await photo.decode(); return photo.naturalWidth > 0; }"));
    }

    public static async Task HandInAsync(this IPage page, Guid proposal)
    {
        await page.OpenAsync($"/usulan/{proposal}");
        await page.FollowAsync("Periksa dan ajukan");
        await page.FollowAsync("Lanjut ke pengajuan");
        await page.SubmitAsync("Ajukan usulan");
        await page.SeesAsync("diajukan", "Isinya terkunci");
    }

    /// <summary>The receipt on screen and on paper.</summary>
    public static async Task<(string StatusPath, string Pin, PrintedPaper Paper)> ReceiptAsync(this IPage page, Guid proposal)
    {
        await page.OpenAsync($"/usulan/{proposal}");
        await page.FollowAsync("Cetak resi");
        var address = StatusAddress().Match(await page.ReadAsync()).Value;
        var pin = await page.Locator(".receipt-pin b").InnerTextAsync();
        return (address, pin, await page.PaperAsync("Unduh PDF (A4)"));
    }

    /// <summary>What the family reads at the address of its receipt.</summary>
    public static async Task<string> StatusAsync(this IPage page, string path, string pin)
    {
        await page.OpenAsync(path);
        await page.EnterAsync("PIN", pin);
        await page.SubmitAsync("Lihat tahap usulan");
        return await page.ReadAsync();
    }

    /// <summary>From the plan to the closing; all that wait are found worthy. Its papers, read back before it is closed.</summary>
    /// <param name="look">Is shown each page as it is filled.</param>
    public static async Task<IReadOnlyList<PrintedPaper>> DeliberateAsync(this IPage page, string minutesNumber, IReadOnlyList<string> heads, Func<string, Task>? look = null)
    {
        await page.OpenAsync("/musyawarah/baru");
        await page.EnterAsync("Tanggal", Builders.Today.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.EnterAsync("Jam mulai (jika ada)", "09.00");
        await page.EnterAsync("Tempat", "Balai Desa");
        await page.EnterAsync("Nama pimpinan atau penanda tangan", "Budi Contoh");
        await page.EnterAsync("Jabatannya", "Ketua BPD");
        await page.EnterAsync("Nama notulis (jika ada)", "Rina Contoh");
        await page.EnterAsync("Nomor berita acara (jika ada)", minutesNumber);
        await page.SubmitAsync("Simpan, lalu pilih usulan");
        foreach (var head in heads) await page.GetByRole(AriaRole.Checkbox, new() { NameString = head }).CheckAsync();
        await Look("acara");
        await page.SubmitAsync("Simpan acara");
        var meeting = page.Path();
        await page.FollowAsync("Isi daftar hadir");
        await page.EnterAsync("Tempel daftar (jika ada)", string.Join('\n', Enumerable.Range(1, 5).Select(i => $"Warga Contoh {i}; {(i == 1 ? "BPD" : "Ketua RT")}; {(i % 2 == 0 ? "P" : "L")}")));
        await page.SubmitAsync("Simpan daftar hadir");
        await page.FollowAsync("Isi hasil");
        var outcomes = page.Locator("main").GetByLabel("Hasil", new() { Exact = true });
        var count = await outcomes.CountAsync();
        Assert.True(count >= heads.Count);
        for (var i = 0; i < count; i++) await outcomes.Nth(i).SelectOptionAsync(new SelectOptionValue { Label = "Layak" });
        await Look("hasil");
        await page.SubmitAsync("Simpan hasil");
        await page.SeesAsync($"Hasil tersimpan untuk {count} dari {count} usulan.", $"{count} usulan, {count} layak");
        await page.OpenAsync(meeting);
        await Look("rinci");

        List<PrintedPaper> papers = [];
        foreach (var paper in new[] { "berita-acara", "daftar-hadir", "daftar-umum", "undangan" })
        {
            await page.OpenAsync($"/laporan{meeting}/{paper}.html");
            papers.Add(await page.PaperAsync("Unduh PDF (A4)"));
        }

        await page.OpenAsync(meeting);
        await page.FollowAsync("Unggah salinan");
        await page.Locator("main").GetByLabel("Berkas salinan").SetInputFilesAsync(new FilePayload { Name = "berita-acara.pdf", MimeType = "application/pdf", Buffer = Builders.SignedPdf() });
        await page.SubmitAsync("Unggah salinan");
        await page.FollowAsync("Tutup musyawarah");
        await Look("tutup");
        await page.SubmitAsync("Ya, tutup dan jalankan hasilnya");
        await page.SeesAsync("Ditutup");
        return papers;

        Task Look(string name) => look?.Invoke(name) ?? Task.CompletedTask;
    }

    /// <summary>Opens the page of a reviewer's next step from the work list.</summary>
    public static async Task TakeUpAsync(this IPage page, string number)
    {
        await page.OpenAsync("/usulan/tugas");
        await page.FollowAsync($"Periksa usulan {number}");
    }

    public static async Task VerifyAsync(this IPage page, string number)
    {
        await page.TakeUpAsync(number);
        await page.SubmitAsync("Verifikasi usulan ini");
        await page.SeesAsync("Usulan terverifikasi.");
    }

    public static async Task ApproveAsync(this IPage page, string number)
    {
        await page.TakeUpAsync(number);
        await page.SubmitAsync("Sahkan usulan ini");
        await page.SeesAsync("Usulan disahkan");
    }

    /// <summary>Sends all that is approved; the rows of the workbook for SIKS-NG.</summary>
    public static async Task<List<IDictionary<string, object?>>> SendAllAsync(this IPage page)
    {
        await page.OpenAsync("/usulan/kirim");
        await page.SubmitAsync("Kirim semua 1 usulan");
        await page.SeesAsync("1 usulan dikirim");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Unduh lembar SIKS-NG (XLSX)" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return [.. MiniExcelLibs.MiniExcel.Query(content, useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    /// <summary>Brings the centre's answers as a CSV, up to the preview.</summary>
    public static async Task UploadAnswersAsync(this IPage page, params string[] rows)
    {
        await page.UploadAsync("Hasil pusat atas usulan", "hasil-pusat.csv", "text/csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Builders.AnswerHeader))), async () =>
        {
            await page.EnterAsync("Sumber desil (P3KE, daftar desil, dan hasil pusat)", "DTSEN");
            await page.EnterAsync("Tanggal rilis desil (P3KE, daftar desil, dan hasil pusat)", "31/10/2026");
        });
        await page.WaitForHeadingAsync("Pratinjau impor hasil pusat atas usulan");
    }

    public static async Task ImportAnswerAsync(this IPage page, string row)
    {
        await page.UploadAnswersAsync(row);
        await page.SubmitAsync("Simpan 1 usulan yang benar");
        await page.WaitForHeadingAsync("1 usulan tersimpan");
    }

    /// <summary>Ends at the family's profile.</summary>
    public static async Task ApplyAsync(this IPage page, Guid proposal)
    {
        await page.OpenAsync($"/usulan/{proposal}");
        await page.FollowAsync("Terapkan ke data keluarga");
        await page.SubmitAsync("Terapkan ke data keluarga");
        await page.SeesAsync("Usulan diterapkan. Data keluarga sudah diperbarui.");
    }

    private static LocatorFilterOptions Just(string text) => new() { HasTextRegex = new($"^{Regex.Escape(text)}$") };

    [GeneratedRegex("/usulan/([0-9a-f-]{36})")]
    private static partial Regex ProposalAddress();

    [GeneratedRegex("/status-usulan/[A-Za-z0-9_-]+")]
    private static partial Regex StatusAddress();
}
