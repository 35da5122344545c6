using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TkpkPortal.Core.Data.Demo;

namespace TkpkPortal.EndToEndTests;

/// <summary>
/// Every page a role reaches by menu and links: readable by anybody (axe), at a phone's width, small, and without a word to another host.
/// One page of each address stands for its kind.
/// </summary>
public sealed partial class EveryPageTests(DemoBrowser demo) : IClassFixture<DemoBrowser>
{
    private const int MostBytes = 100 * 1024;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string> Users => [.. DemoSeed.UserNames];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Every_page_of_a_role_can_be_used_by_anybody(string userName)
    {
        var page = await demo.Browser.SignInAsync(userName);
        var transfer = await Transfer.WatchAsync(page);
        List<string> faults = [];
        var visited = await CrawlAsync(page, demo.Behind[userName], async path =>
        {
            var bytes = await transfer.TakeAsync();
            if (bytes > MostBytes) faults.Add($"{path}: {bytes / 1024} KB");
            if (await page.EvaluateAsync<string>("document.documentElement.lang") != "id") faults.Add($"{path}: language");
            await OverflowAsync(page, path, faults);
            await page.SetViewportSizeAsync(BrowserPortal.PhoneWidth, 800);
            await OverflowAsync(page, path, faults);
            await JudgeAsync(page, path, faults);
            await page.SetViewportSizeAsync(BrowserPortal.DeskWidth, 800);
        });

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(demo.Browser.Complaints.IsEmpty, string.Join('\n', demo.Browser.Complaints));
        Assert.True(visited.Count >= 9, string.Join(", ", visited));
    }

    [Theory]
    [InlineData("admin", 60)]
    [InlineData("pimpinan", 20)]
    public async Task Every_page_works_with_script_off(string userName, int atLeast)
    {
        var page = await demo.Browser.SignInAsync(userName, script: false);
        List<string> faults = [];
        var visited = await CrawlAsync(page, demo.Behind[userName], async path =>
        {
            if (!await page.Locator("main h1, main.enter h1, .enter h1").First.IsVisibleAsync()) faults.Add(path);
        });

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(visited.Count >= atLeast, string.Join(", ", visited));
    }

    [Fact]
    public async Task A_form_is_refused_and_then_taken_with_script_off()
    {
        var page = await demo.Browser.SignInAsync("sekretariat", BrowserPortal.PhoneWidth, script: false);
        await page.OpenAsync("/mitra/daftarkan");
        await page.SubmitAsync("Daftarkan mitra");
        Assert.StartsWith("Galat: ", await page.TitleAsync(), StringComparison.Ordinal);
        await page.SeesAsync("Ada masalah");

        await page.OpenAsync("/opd/daftarkan");
        await page.EnterAsync("Nama OPD", "Dinas Tanpa Skrip");
        await page.SubmitAsync("Daftarkan OPD");
        Assert.StartsWith("Galat: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("Dinas Tanpa Skrip", await page.GetByLabel("Nama OPD", new() { Exact = true }).InputValueAsync());
        await page.EnterAsync("Singkatan", "DTS");
        await page.EnterAsync("Jabatan kepala", "Kepala Dinas Tanpa Skrip");
        await page.SubmitAsync("Daftarkan OPD");
        await page.SeesAsync("Dinas Tanpa Skrip tersimpan.");
    }

    [Fact]
    public async Task A_refused_form_is_as_readable_as_any_page()
    {
        var page = await demo.Browser.SignInAsync("admin");
        List<string> faults = [];
        foreach (var (path, button) in new[] { ("/opd/daftarkan", "Daftarkan OPD"), ("/statistik/nilai/catat", "Simpan angka"), ("/rakor/rencanakan", "Rencanakan rakor"), ("/pengguna/undang", "Undang pengguna") })
        {
            await page.OpenAsync(path);
            await page.SubmitAsync(button);
            Assert.StartsWith("Galat: ", await page.TitleAsync(), StringComparison.Ordinal);
            await page.SeesAsync("Ada masalah");
            await JudgeAsync(page, path, faults);
        }

        var stranger = await demo.Browser.VisitAsync();
        await stranger.OpenAsync("/masuk");
        await JudgeAsync(stranger, "/masuk", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(BrowserPortal.PhoneWidth)]
    [InlineData(BrowserPortal.DeskWidth)]
    public async Task The_status_page_can_be_used_by_anybody(int width)
    {
        var page = await demo.Browser.VisitAsync(width);
        List<string> faults = [];
        await page.OpenAsync(demo.Receipt.Path);
        await LookAsync("the PIN is asked");
        await page.EnterAsync("PIN", demo.Receipt.Pin == "000000" ? "111111" : "000000");
        await page.SubmitAsync("Lihat tahap usulan");
        await page.SeesAsync("Ada masalah");
        await LookAsync("a wrong PIN");
        Assert.StartsWith("Usulan ", await page.StatusAsync(demo.Receipt.Path, demo.Receipt.Pin), StringComparison.Ordinal);
        await LookAsync("the stage");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(demo.Browser.Complaints.IsEmpty, string.Join('\n', demo.Browser.Complaints));

        async Task LookAsync(string what)
        {
            await OverflowAsync(page, what, faults);
            await JudgeAsync(page, what, faults);
        }
    }

    /// <summary>Opens one page of every address that menu and links lead to, and those that stand behind another of their kind.</summary>
    private static async Task<List<string>> CrawlAsync(IPage page, IEnumerable<string> behind, Func<string, Task> look)
    {
        List<string> starts = ["/", .. behind];
        var known = starts.Select(KindOf).ToHashSet();
        var waiting = new Queue<string>(starts);
        List<string> visited = [];
        while (waiting.TryDequeue(out var path))
        {
            var answer = await page.GotoAsync(path);
            Assert.True(answer!.Status == 200, $"{path} answered {answer.Status}.");
            visited.Add(path);
            await look(path);
            foreach (var link in await page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"))
            {
                var bare = link.Split('#')[0];
                if (!IsFile(bare) && known.Add(KindOf(bare))) waiting.Enqueue(bare);
            }
        }

        return visited;
    }

    private static bool IsFile(string path) => path.Contains(".pdf", StringComparison.Ordinal) || path.Contains(".html", StringComparison.Ordinal) || path.Contains("handler=", StringComparison.Ordinal)
        || path.Contains("unduh", StringComparison.OrdinalIgnoreCase) || path.Contains("xlsx", StringComparison.OrdinalIgnoreCase) || path.Contains("ekspor", StringComparison.OrdinalIgnoreCase)
        || Kept().IsMatch(path);

    /// <summary>The address without ids and without its question.</summary>
    private static string KindOf(string path) => Id().Replace(path.Split('?')[0], "*");

    private static async Task OverflowAsync(IPage page, string path, List<string> faults)
    {
        var (wide, wider) = (page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (wider > wide) faults.Add($"{path}: {wider} px at {wide} px");
    }

    /// <summary>axe costs most of this test's time, so a page whose elements and classes were all seen at the same address is not judged again.</summary>
    private async Task JudgeAsync(IPage page, string path, List<string> faults)
    {
        var skeleton = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('body *')].map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + (e.parentElement.getAttribute('class') ?? '')))]");
        var kind = KindOf(path);
        var before = demo.Judged.Count;
        demo.Judged.UnionWith(skeleton.Select(part => kind + part));
        if (demo.Judged.Count == before) return;
        var result = await page.RunAxe(Rules);
        faults.AddRange(
            from violation in result.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{path}: {violation.Id} {node.Html}");
    }

    /// <summary>A photo itself, and the signed copy of minutes.</summary>
    [GeneratedRegex("/foto/[0-9a-f-]{36}([?].*)?$|/salinan$")]
    private static partial Regex Kept();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9]+(?=/|$)")]
    private static partial Regex Id();
}
