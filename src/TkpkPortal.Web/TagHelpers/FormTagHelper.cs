using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.TagHelpers;

/// <summary>Every posted form: no browser validation, and a key of its own so that a double click saves once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{PostedForms.FieldName}\" value=\"{Guid.CreateVersion7()}\">");
    }
}
