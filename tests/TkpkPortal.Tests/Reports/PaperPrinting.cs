using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TkpkPortal.Web.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace TkpkPortal.Tests.Reports;

/// <summary>A warm printer shared by the tests of one class, and a way to read back what it printed.</summary>
public sealed class PaperPrinting : IAsyncLifetime
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddReports().BuildServiceProvider();

    internal ReportHtml Html => _services.GetRequiredService<ReportHtml>();

    internal PdfPrinter Printer => _services.GetRequiredService<PdfPrinter>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();

    internal static PdfPrinter NewPrinter(TimeProvider? time = null, PdfPrinterOptions? options = null) =>
        new(time ?? TimeProvider.System, NullLogger<PdfPrinter>.Instance, options ?? new PdfPrinterOptions());

    internal async Task<PrintedPaper> PrintAsync(Report report, PaperSize size)
    {
        byte[] pdf = await Printer.PrintAsync(await Html.ForPrintAsync(report, size), size, CancellationToken.None);
        return PrintedPaper.Read(pdf);
    }
}

/// <summary>One printed paper as a reader finds it: pages, their size in points, their lines of text.</summary>
internal sealed class PrintedPaper
{
    private PrintedPaper(IReadOnlyList<PrintedPage> pages, bool isTagged, string? title)
    {
        Pages = pages;
        IsTagged = isTagged;
        Title = title;
    }

    public IReadOnlyList<PrintedPage> Pages { get; }

    public bool IsTagged { get; }

    public string? Title { get; }

    public string Text => string.Join(' ', Pages.Select(page => page.Text));

    public static PrintedPaper Read(byte[] pdf)
    {
        using PdfDocument document = PdfDocument.Open(pdf);
        bool tagged = document.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("StructTreeRoot"));
        return new PrintedPaper([.. document.GetPages().Select(PrintedPage.Read)], tagged, document.Information.Title);
    }

    public int PageOf(string words) => Pages.ToList().FindIndex(page => page.Text.Contains(words, StringComparison.Ordinal)) + 1;
}

internal sealed record PrintedPage(double Width, double Height, string Text)
{
    public static PrintedPage Read(Page page) =>
        new(page.Width, page.Height, string.Join(' ', page.GetWords().Select(word => word.Text)));
}
