using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TkpkPortal.Web.TagHelpers;

/// <summary>The box "Ada masalah": every error, each linking to its field. Nothing when there is none.</summary>
[HtmlTargetElement("problems")]
public sealed class ProblemsTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "problems");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "masalah");
        output.Content.AppendHtml("<h2 id=\"masalah\">Ada masalah</h2><ul>");
        var order = FieldsOf(ViewContext.ViewData.ModelMetadata, "", 0).ToList();
        foreach (var (key, entry) in ViewContext.ModelState.OrderBy(e => order.IndexOf(e.Key) is var at && at >= 0 ? at : int.MaxValue))
        {
            foreach (var error in entry?.Errors ?? []) output.Content.AppendHtml(Line(key, error.ErrorMessage));
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>The names of the page's fields in the order in which its inputs declare them, which is the order of the form.</summary>
    private static IEnumerable<string> FieldsOf(ModelMetadata metadata, string prefix, int depth)
    {
        foreach (var property in metadata.Properties)
        {
            var name = prefix + property.PropertyName;
            yield return name;
            if (depth == 0 && property is { ModelType.Namespace: { } home, PropertyName: not null } && home.StartsWith("TkpkPortal.Web", StringComparison.Ordinal))
            {
                foreach (var inner in FieldsOf(property, name + ".", depth + 1)) yield return inner;
            }
        }
    }

    private static TagBuilder Line(string key, string message)
    {
        var item = new TagBuilder("li");
        if (key.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
