using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.TagHelpers;

/// <summary>Rows x to y of n, and links to the neighbouring pages that keep the filters of the address (query "halaman").</summary>
[HtmlTargetElement("pager", Attributes = "first,last,total")]
public sealed class PagerTagHelper : TagHelper
{
    public int Page { get; set; } = 1;

    public int First { get; set; }

    public int Last { get; set; }

    public int Total { get; set; }

    public bool Capped { get; set; }

    public bool HasNext { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Halaman");
        var total = Capped ? $"lebih dari {Indonesian.Number(Total)}" : Indonesian.Number(Total);
        output.Content.AppendHtml("<span class=\"meta\">").Append($"Baris {Indonesian.Number(First)}–{Indonesian.Number(Last)} dari {total}").AppendHtml("</span><span>");
        if (Page > 1) output.Content.AppendHtml(Link(Page - 1, "prev", "Halaman sebelumnya"));
        if (Page > 1 && HasNext) output.Content.AppendHtml(" <span aria-hidden=\"true\">·</span> ");
        if (HasNext) output.Content.AppendHtml(Link(Page + 1, "next", "Halaman berikutnya"));
        output.Content.AppendHtml("</span>");
    }

    private TagBuilder Link(int page, string rel, string text)
    {
        var query = ViewContext.HttpContext.Request.Query.Where(q => q.Key != "halaman").ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["halaman"] = page.ToString(CultureInfo.InvariantCulture);
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryHelpers.AddQueryString(ViewContext.HttpContext.Request.Path, query);
        link.Attributes["rel"] = rel;
        link.InnerHtml.Append(text);
        return link;
    }
}
