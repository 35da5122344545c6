using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkPortal.Web.TagHelpers;

/// <summary>
/// A chart or map component drawn to text at once, as papers draw it: <c>&lt;drawing type="typeof(LineChart)" param-Data="..." /&gt;</c>.
/// The framework's own &lt;component&gt; writes itself only while the page is sent, so its HTML cannot be kept by &lt;cache&gt;.
/// </summary>
[HtmlTargetElement("drawing", Attributes = "type", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTagHelper(IServiceProvider services, ILoggerFactory loggers) : TagHelper
{
    public Type Type { get; set; } = null!;

    [HtmlAttributeName(DictionaryAttributePrefix = "param-")]
    public IDictionary<string, object?> Parameters { get; set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(Type, ParameterView.FromDictionary(Parameters))).ToHtmlString());
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }
}
