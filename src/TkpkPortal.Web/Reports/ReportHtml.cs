using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TkpkPortal.Web.Reports.Templates;

namespace TkpkPortal.Web.Reports;

/// <summary>Renders a paper to a complete HTML document: linked styles and buttons for the screen, one self-contained file for print.</summary>
public sealed class ReportHtml(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private const int LongestFoot = 100;

    private static readonly string OwnStyles = ReadOwnStyles();

    /// <summary>For the browser; needs no inline style, so a strict content security policy may stay.</summary>
    public Task<string> ForScreenAsync(Report report, PaperSize size, ReportTools tools) => RenderAsync(report, size, tools);

    /// <summary>For <see cref="PdfPrinter"/>: every style inside, nothing to fetch, the running foot carries the document's name.</summary>
    public Task<string> ForPrintAsync(Report report, PaperSize size) => RenderAsync(report, size, null);

    internal static string PrintStyles(Report report, PaperSize size) => OwnStyles + PageRule(report, size);

    internal static string PageRule(Report report, PaperSize size)
    {
        ArgumentNullException.ThrowIfNull(report);
        string foot = report.Name.Length > LongestFoot ? report.Name[..LongestFoot].TrimEnd() + "…" : report.Name;
        if (report.IsSample)
            foot += " – Data contoh";

        const string font = "font: 8pt Arial, 'Liberation Sans', sans-serif; vertical-align: top; padding-top: 5mm;";
        return $$"""

            @page {
              size: {{size.CssSize()}}; margin: {{size.Margins()}};
              @bottom-left { content: "{{CssString(foot)}}"; {{font}} text-align: left; }
              @bottom-right { content: "Halaman " counter(page) " dari " counter(pages); {{font}} text-align: right; white-space: nowrap; }
            }
            """;
    }

    /// <summary>A name cannot leave the quotes, nor end the style element: everything but letters, digits and blanks is escaped.</summary>
    internal static string CssString(string text)
    {
        var css = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value == ' ')
                css.Append(' ');
            else if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
                css.Append((char)rune.Value);
            else
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X} ");
        }

        return css.ToString();
    }

    private async Task<string> RenderAsync(Report report, PaperSize size, ReportTools? tools)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ReportDocument.Report)] = report,
                [nameof(ReportDocument.Size)] = size,
                [nameof(ReportDocument.Tools)] = tools,
            });
            return (await renderer.RenderComponentAsync<ReportDocument>(parameters)).ToHtmlString();
        });
    }

    // site.css holds the drawings' colours, so paper shows the charts exactly as the screen does; report.css has the last word.
    private static string ReadOwnStyles()
    {
        var names = typeof(ReportHtml).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("css/", StringComparison.Ordinal))
            .OrderBy(name => name == "css/report.css")
            .ThenBy(name => name, StringComparer.Ordinal);
        var styles = new StringBuilder();
        foreach (string name in names)
        {
            using Stream stream = typeof(ReportHtml).Assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            styles.AppendLine(reader.ReadToEnd());
        }

        return styles.ToString();
    }
}
