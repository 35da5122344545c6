using System.Text;
using Microsoft.Playwright;

namespace TkpkPortal.EndToEndTests;

/// <summary>What a person does at a page, in a person's words: labels, buttons, links.</summary>
internal static class Person
{
    public static string Path(this IPage page) => new Uri(page.Url).AbsolutePath;

    public static async Task OpenAsync(this IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}.");
    }

    public static Task EnterAsync(this IPage page, string label, string text) => page.Field(label).FillAsync(text);

    public static Task ChooseAsync(this IPage page, string label, string option) => page.Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks a box or a choice.</summary>
    public static Task TickAsync(this IPage page, string label) => page.Field(label).CheckAsync();

    public static Task GiveFileAsync(this IPage page, string label, string path) => page.Field(label).SetInputFilesAsync(path);

    public static Task GiveFileAsync(this IPage page, string label, string name, string content) =>
        page.Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });

    /// <summary>Fills the sign-in page one is on.</summary>
    public static async Task NameThemselvesAsync(this IPage page, string userName)
    {
        await page.EnterAsync("Nama pengguna atau surel", userName);
        await page.EnterAsync("Kata sandi", TestSupport.Portal.Password);
        await page.SubmitAsync("Masuk");
    }

    public static Task SubmitAsync(this IPage page, string button) => page.Locator("main, .enter").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).GoAsync();

    public static Task FollowAsync(this IPage page, string link) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.GoAsync();

    /// <summary>Clicks what leads to a page, and is there. Playwright itself does not wait for the next page.</summary>
    public static async Task GoAsync(this ILocator link)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        link.Page.Load += Arrive;
        await link.ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        link.Page.Load -= Arrive;
    }

    /// <summary>What stands on the page, spaces folded.</summary>
    public static async Task<string> ReadAsync(this IPage page, string where = "main") =>
        string.Join(' ', (await page.Locator(where).First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task SeesAsync(this IPage page, params string[] words)
    {
        var text = await page.ReadAsync();
        var missing = words.Where(word => !text.Contains(word, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"{page.Path()} does not say “{string.Join("”, “", missing)}” but: {text}");
    }

    /// <summary>The file behind a link, fetched with this person's session.</summary>
    public static async Task<PrintedPaper> PaperAsync(this IPage page, string link)
    {
        var href = await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(href!);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        return PrintedPaper.Read(await answer.BodyAsync());
    }

    private static ILocator Field(this IPage page, string label) => page.Locator("main, .enter").GetByLabel(label, new() { Exact = true });
}
