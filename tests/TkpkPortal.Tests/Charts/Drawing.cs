using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace TkpkPortal.Tests.Charts;

/// <summary>A component rendered as a page in Indonesia would render it, read back as XML.</summary>
internal sealed class Drawing
{
    Drawing(string html) => Root = XElement.Parse($"<root>{html}</root>");

    public XElement Root { get; }

    public static async Task<Drawing> OfAsync<T>(object data, string id = "uji", string? description = null) where T : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Id"] = id,
            ["Title"] = "Judul",
            ["Description"] = description,
            ["Data"] = data,
        });
        return new Drawing(await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString()));
    }

    public IEnumerable<XElement> All(string name, string? @class = null) => Root.Descendants(name)
        .Where(e => @class is null || ((string?)e.Attribute("class") ?? "").Split(' ').Contains(@class));

    public XElement One(string name, string? @class = null) => Assert.Single(All(name, @class));

    public IReadOnlyList<string> Texts => [.. Root.Descendants("text").Select(t => t.Value.Trim())];

    public IReadOnlyList<string> Titles => [.. Root.Descendants("title").Select(t => t.Value)];

    public string Description => Root.Descendants("desc").First().Value;

    /// <summary>A mark by the beginning of its title, which it carries itself or through the link or group around it.</summary>
    public XElement Titled(string title) => Assert.Single(Root.Descendants("title"), t => t.Value.StartsWith(title, StringComparison.Ordinal)).Parent!;

    public static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
