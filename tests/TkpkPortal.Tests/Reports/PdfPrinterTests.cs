using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

public sealed class PdfPrinterTests
{
    private const string Page = "<!doctype html><html lang=id><title>Uji</title><p>Satu halaman</p></html>";

    [Fact]
    public async Task Chromium_starts_with_the_first_document_and_stays()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter();
        Assert.False(printer.IsWarm);
        Assert.Empty(printer.ProcessIds);

        await PrintAsync(printer);
        int first = Assert.Single(printer.ProcessIds);
        await PrintAsync(printer);

        Assert.Equal(first, Assert.Single(printer.ProcessIds));
    }

    [Fact]
    public async Task A_killed_Chromium_is_replaced_unseen()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter();
        await PrintAsync(printer);
        int first = Assert.Single(printer.ProcessIds);

        Kill(first);
        Assert.Equal("Satu halaman", PrintedPaper.Read(await PrintAsync(printer)).Text);

        Assert.NotEqual(first, Assert.Single(printer.ProcessIds));
    }

    [Fact]
    public async Task A_Chromium_killed_in_the_middle_of_a_document_prints_it_at_the_second_try()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter();
        await PrintAsync(printer);
        int first = Assert.Single(printer.ProcessIds);

        Task<byte[]> printing = printer.PrintAsync(Long(4000), PaperSize.A4, CancellationToken.None);
        await Task.Delay(150);
        Assert.False(printing.IsCompleted);
        Kill(first);
        PrintedPaper printed = PrintedPaper.Read(await printing);

        Assert.Contains("Alinea 3999", printed.Pages[^1].Text, StringComparison.Ordinal);
        Assert.NotEqual(first, Assert.Single(printer.ProcessIds));
    }

    [Fact]
    public async Task A_document_that_takes_too_long_is_given_up_with_a_sentence_and_the_next_one_prints()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { Timeout = TimeSpan.FromSeconds(8) });
        await PrintAsync(printer);
        int stopped = Assert.Single(printer.ProcessIds);
        await SignalAsync("STOP", stopped);

        PdfPrinterException refused = await Assert.ThrowsAsync<PdfPrinterException>(() => PrintAsync(printer));

        Assert.StartsWith("Pencetakan PDF melewati 8 detik", refused.Message, StringComparison.Ordinal);
        Assert.False(IsRunning(stopped));
        Assert.Equal("Satu halaman", PrintedPaper.Read(await PrintAsync(printer)).Text);
    }

    [Fact]
    public async Task A_printer_program_that_always_dies_ends_in_a_sentence()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { Chromium = "/bin/false" });

        PdfPrinterException refused = await Assert.ThrowsAsync<PdfPrinterException>(() => PrintAsync(printer));

        Assert.StartsWith("PDF gagal dibuat karena program pencetak berhenti.", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.InnerException);
    }

    [Fact]
    public async Task A_missing_Chromium_is_named()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { Chromium = "/tidak/ada/chromium" });

        PdfPrinterException refused = await Assert.ThrowsAsync<PdfPrinterException>(() => PrintAsync(printer));

        Assert.Contains("Chromium tidak ditemukan", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_idle_minutes_Chromium_and_its_driver_are_gone_and_come_back_on_demand()
    {
        var time = new FakeTimeProvider();
        await using PdfPrinter printer = PaperPrinting.NewPrinter(time);
        await PrintAsync(printer);
        int chromium = Assert.Single(printer.ProcessIds);
        int driver = Parent(chromium);
        Assert.True(IsRunning(driver));

        time.Advance(TimeSpan.FromMinutes(4));
        await PrintAsync(printer);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.True(printer.IsWarm);

        time.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => !IsRunning(chromium) && !IsRunning(driver));
        Assert.False(printer.IsWarm);

        Assert.Equal("Satu halaman", PrintedPaper.Read(await PrintAsync(printer)).Text);
    }

    [Fact]
    public async Task A_full_queue_refuses_the_next_document_and_keeps_the_others()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { QueueLimit = 3 });
        Task<byte[]>[] accepted = [.. Enumerable.Range(0, 3).Select(_ => PrintAsync(printer))];

        PdfPrinterException refused = await Assert.ThrowsAsync<PdfPrinterException>(() => PrintAsync(printer));

        Assert.StartsWith("Antrean cetak PDF sedang penuh.", refused.Message, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(accepted), pdf => Assert.NotEmpty(pdf));
        Assert.NotEmpty(await PrintAsync(printer));
    }

    [Fact]
    public async Task A_waiting_document_can_be_cancelled()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter();
        using var cancel = new CancellationTokenSource();
        Task<byte[]> first = PrintAsync(printer);
        Task<byte[]> waiting = printer.PrintAsync(Page, PaperSize.A4, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.NotEmpty(await first);
    }

    [Fact]
    public async Task A_page_is_renewed_without_a_new_Chromium()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { DocumentsPerPage = 2 });
        for (int i = 0; i < 5; i++)
            Assert.Equal($"Dokumen {i}", PrintedPaper.Read(await printer.PrintAsync($"<p>Dokumen {i}</p>", PaperSize.A4, CancellationToken.None)).Text);

        Assert.Single(printer.ProcessIds);
    }

    [Fact]
    public async Task A_document_beyond_all_measure_is_refused_before_Chromium_starts()
    {
        await using PdfPrinter printer = PaperPrinting.NewPrinter(options: new PdfPrinterOptions { LongestHtml = 1000 });

        PdfPrinterException refused = await Assert.ThrowsAsync<PdfPrinterException>(() => printer.PrintAsync(Long(100), PaperSize.A4, CancellationToken.None));

        Assert.StartsWith("Dokumen terlalu besar", refused.Message, StringComparison.Ordinal);
        Assert.False(printer.IsWarm);
    }

    [Fact]
    public async Task Closing_the_printer_ends_Chromium_and_refuses_further_work()
    {
        PdfPrinter printer = PaperPrinting.NewPrinter();
        await PrintAsync(printer);
        int chromium = Assert.Single(printer.ProcessIds);

        await printer.DisposeAsync();
        await printer.DisposeAsync();

        Assert.False(IsRunning(chromium));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => PrintAsync(printer));
    }

    [Fact]
    public async Task Chromium_does_not_inherit_the_secrets_of_the_portal()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Uji", "rahasia");
        await using PdfPrinter printer = PaperPrinting.NewPrinter();
        await PrintAsync(printer);

        string environment = await File.ReadAllTextAsync($"/proc/{Assert.Single(printer.ProcessIds)}/environ");

        Assert.DoesNotContain("ConnectionStrings", environment, StringComparison.Ordinal);
    }

    private static Task<byte[]> PrintAsync(PdfPrinter printer) => printer.PrintAsync(Page, PaperSize.A4, CancellationToken.None);

    private static string Long(int paragraphs) =>
        "<!doctype html><html lang=id><body>" + string.Concat(Enumerable.Range(0, paragraphs).Select(i => $"<p>Alinea {i}</p>")) + "</body></html>";

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private static async Task SignalAsync(string signal, int pid)
    {
        using Process kill = Process.Start("/bin/kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int Parent(int pid)
    {
        string stat = File.ReadAllText($"/proc/{pid}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), "Waited 15 seconds in vain.");
            await Task.Delay(50);
        }
    }
}
