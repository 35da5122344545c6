using System.Collections.Concurrent;
using Microsoft.Playwright;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.EndToEndTests;

/// <summary>A portal with a database of its own and a Chromium to use it with.</summary>
public sealed class BrowserPortal : IAsyncDisposable
{
    public const int PhoneWidth = 360;
    public const int PhoneHeight = 740;
    public const int DeskWidth = 1440;

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;
    private readonly ConcurrentDictionary<string, string> _signedIn = new();

    private BrowserPortal(Portal portal, IPlaywright driver, IBrowser browser) => (Portal, _driver, _browser) = (portal, driver, browser);

    public Portal Portal { get; }

    /// <summary>What no page may do: console errors (a refused CSP rule is one), requests to another host.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<BrowserPortal> StartAsync(Func<Task<Portal>>? start = null)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = WarmChromium.FindChromium(null),
            Headless = true,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-default-apps", "--disable-extensions", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--hide-scrollbars",
            ],
        });
        return new(await (start?.Invoke() ?? Portal.StartAsync()), driver, browser);
    }

    /// <summary>A window of somebody not signed in.</summary>
    public async Task<IPage> VisitAsync(int width = DeskWidth, bool script = true, string? signedInAs = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Portal.Address.ToString(),
            JavaScriptEnabled = script,
            Locale = "id-ID",
            ViewportSize = new() { Width = width, Height = width == PhoneWidth ? PhoneHeight : 800 },
            StorageState = signedInAs is null ? null : _signedIn[signedInAs],
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // A refused form answers 400, and Chromium says so too.
            if (message.Type is "error" or "warning" && !message.Text.Contains("400 (Bad Request)", StringComparison.Ordinal)) Complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => Complaints.Enqueue($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A page that turns out to be a file to keep is broken off as a page.
            if (!(request.IsNavigationRequest && request.Failure == "net::ERR_ABORTED")) Complaints.Enqueue($"{request.Url}: {request.Failure}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != Portal.Address.Authority) Complaints.Enqueue($"{page.Url}: request to {address.Authority}");
        };
        return page;
    }

    /// <summary>A window of somebody who signed in through the page; once per person, later windows carry the same session.</summary>
    public async Task<IPage> SignInAsync(string userName, int width = DeskWidth, bool script = true)
    {
        if (_signedIn.ContainsKey(userName)) return await VisitAsync(width, script, userName);
        var page = await VisitAsync(width, script);
        await page.GotoAsync("/masuk");
        await page.NameThemselvesAsync(userName);
        Assert.Equal("/", page.Path());
        _signedIn[userName] = await page.Context.StorageStateAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _driver.Dispose();
        await Portal.DisposeAsync();
    }
}
