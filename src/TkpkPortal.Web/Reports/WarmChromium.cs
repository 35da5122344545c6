using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace TkpkPortal.Web.Reports;

/// <summary>One running Chromium with its Playwright driver and one page. Not for concurrent use.</summary>
internal sealed class WarmChromium(PdfPrinterOptions options) : IAsyncDisposable
{
    private const string BlankPage = "about:blank";

    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(4);

    // Playwright tells no process id; the mark on the command line finds the process that must be killed when it hangs.
    private readonly string _mark = $"--tkpk-printer={Guid.NewGuid():N}";
    private IPlaywright? _driver;
    private IBrowser? _browser;
    private IBrowserContext? _context;
    private IPage? _page;
    private int _printed;
    private bool _disposed;

    public bool IsAlive => _browser is { IsConnected: true };

    public async Task StartAsync()
    {
        string executable = FindChromium(options.Chromium);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Headless = true,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Timeout = (float)options.Timeout.TotalMilliseconds,
            Env = BareEnvironment(),
            Args =
            [
                _mark, "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
                "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
            ],
        });
        // The printer gave up waiting for this start; nobody else would close what has just come up.
        if (_disposed)
            await DisposeAsync();
    }

    public async Task<byte[]> PrintAsync(string html, PaperSize size)
    {
        if (_page is null || _printed % options.DocumentsPerPage == 0)
            await OpenFreshPageAsync();

        _printed++;
        (int width, int height) = size.Sheet();
        await _page!.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        byte[] pdf = await _page.PdfAsync(new PagePdfOptions
        {
            Width = string.Create(CultureInfo.InvariantCulture, $"{width}mm"),
            Height = string.Create(CultureInfo.InvariantCulture, $"{height}mm"),
            PreferCSSPageSize = true,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
        });

        // A meta refresh is the one thing no setting forbids: it reaches nothing, but an error page stands where the document was.
        if (_page.Url != BlankPage)
            throw new InvalidOperationException($"The document moved on to {_page.Url}.");

        // A family's data must not stay in the page until the next document.
        await _page.SetContentAsync("<!doctype html><title>-</title>");
        return pdf;
    }

    /// <summary>Chromium's main process as /proc shows it; the others are its children.</summary>
    public IReadOnlyList<int> ProcessIds()
    {
        var pids = new List<int>();
        foreach (string folder in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : [])
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int pid) && CarriesMark(pid))
                pids.Add(pid);
        }

        return pids;
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        if (_browser is not null)
            await WithinGoodbyeTimeAsync(() => _browser.CloseAsync());

        KillWhatIsLeft();
        if (_driver is not null)
            await WithinGoodbyeTimeAsync(() => Task.Run(_driver.Dispose));
    }

    /// <summary>Where Chromium is, or the sentence that says it is nowhere.</summary>
    internal static string FindChromium(string? wanted)
    {
        wanted ??= Environment.GetEnvironmentVariable("TKPK_CHROMIUM");
        string[] candidates = string.IsNullOrWhiteSpace(wanted)
            ? ["/usr/bin/chromium", .. SearchPath().Select(folder => Path.Combine(folder, "chromium"))]
            : [wanted];
        return candidates.FirstOrDefault(File.Exists) ?? throw new PdfPrinterException(
            "PDF belum dapat dibuat karena Chromium tidak ditemukan di server. " +
            "Pasang paket chromium, atau isi TKPK_CHROMIUM dengan letak programnya.");
    }

    private async Task OpenFreshPageAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();

        // Each of these alone lets something through: a prefetch slips past the route, a preconnect past all but the resolver rule above.
        _context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            Offline = true,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            Locale = "id-ID",
        });
        await _context.RouteAsync("**/*", route => route.AbortAsync());
        _page = await _context.NewPageAsync();
        _page.SetDefaultTimeout((float)options.Timeout.TotalMilliseconds);
    }

    private void KillWhatIsLeft()
    {
        foreach (int pid in ProcessIds())
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill(entireProcessTree: true);
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or AggregateException)
            {
                continue;
            }
        }
    }

    private bool CarriesMark(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(_mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task WithinGoodbyeTimeAsync(Func<Task> goodbye)
    {
        try
        {
            await goodbye().WaitAsync(GoodbyeTime);
        }
        catch (Exception failed) when (failed is TimeoutException or PlaywrightException or IOException or ObjectDisposedException)
        {
            return;
        }
    }

    // The portal's own environment may hold the database's password.
    private static Dictionary<string, string> BareEnvironment() => new()
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
        ["HOME"] = Path.GetTempPath(),
        ["TMPDIR"] = Path.GetTempPath(),
        ["LANG"] = "C.UTF-8",
    };

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
