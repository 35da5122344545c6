using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.TagHelpers;

/// <summary>
/// One form field: label, hint, error, control, in this order.
/// kind: text (default), number, money, date, time, area, select, radio, password, file, check. width: 4, 10, 20 or empty for full.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Defaults to the property's [Display] name.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string Kind { get; set; } = "text";

    public int? Width { get; set; }

    /// <summary>Marked "(jika ada)".</summary>
    public bool Optional { get; set; }

    public int Rows { get; set; } = 4;

    public string? Autocomplete { get; set; }

    /// <summary>Accepted file types.</summary>
    public string? Accept { get; set; }

    /// <summary>A file box that opens the camera: "environment" is the one at the back.</summary>
    public string? Capture { get; set; }

    /// <summary>Choices of a select or radio group.</summary>
    public IEnumerable<SelectListItem>? Choices { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>With the prefix of a partial view.</summary>
    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(FullName, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = ViewContext.ModelState.TryGetValue(FullName, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var group = Kind == "radio";
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field--bad");
        if (group) output.Attributes.SetAttribute("id", Id);
        var content = output.Content;
        if (Kind != "check") content.AppendHtml(Labelled(group));
        if (Hint is not null) content.AppendHtml(Paragraph("hint", $"{Id}-petunjuk", Hint));
        if (error is not null) content.AppendHtml(ErrorLine(error));
        content.AppendHtml(Control(error is not null, entry));
    }

    private TagBuilder Labelled(bool group)
    {
        var label = new TagBuilder(group ? "legend" : "label");
        if (!group) label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (Optional) label.InnerHtml.AppendHtml(" <span class=\"fw-normal\">(jika ada)</span>");
        return label;
    }

    private static TagBuilder Paragraph(string css, string id, string text)
    {
        var p = new TagBuilder("p");
        p.AddCssClass(css);
        p.Attributes["id"] = id;
        p.InnerHtml.Append(text);
        return p;
    }

    private TagBuilder ErrorLine(string error)
    {
        var p = Paragraph("error", $"{Id}-galat", "");
        p.InnerHtml.AppendHtml("<span class=\"visually-hidden\">Galat: </span>").Append(error);
        return p;
    }

    private IHtmlContent Control(bool bad, ModelStateEntry? entry) => Kind switch
    {
        "select" => SelectBox(bad, entry),
        "radio" => Radios(entry),
        "check" => Checkbox(entry),
        "area" => TextArea(bad, entry),
        "money" => Money(bad, entry),
        _ => Input(bad, entry),
    };

    private TagBuilder Common(string tag, bool bad, string css)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass(css);
        if (Width is { } width) control.AddCssClass($"w-{width}");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = FullName;
        if (bad) control.Attributes["aria-invalid"] = "true";
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-petunjuk", bad ? $"{Id}-galat" : null }.Where(d => d is not null));
        if (described.Length > 0) control.Attributes["aria-describedby"] = described;
        return control;
    }

    private TagBuilder Input(bool bad, ModelStateEntry? entry)
    {
        var input = Common("input", bad, "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Kind is "password" or "file" ? Kind : "text";
        if (Kind is not ("password" or "file")) input.Attributes["value"] = Text(entry);
        if (Kind is "number" or "money") input.Attributes["inputmode"] = "decimal";
        if (Accept is not null) input.Attributes["accept"] = Accept;
        if (Capture is not null) input.Attributes["capture"] = Capture;
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        if (Autocomplete is "username" or "email") (input.Attributes["autocapitalize"], input.Attributes["spellcheck"]) = ("none", "false");
        if (Autocomplete is null && Kind != "password") input.Attributes["autocomplete"] = "off";
        if (Kind is "number" or "money" or "date" or "time") input.Attributes["spellcheck"] = "false";
        return input;
    }

    private HtmlContentBuilder Money(bool bad, ModelStateEntry? entry)
    {
        var content = new HtmlContentBuilder();
        content.AppendHtml("<div class=\"unit\"><span aria-hidden=\"true\">Rp</span>").AppendHtml(Input(bad, entry)).AppendHtml("</div>");
        if (Indonesian.TryParseNumber(Text(entry), out var amount) && amount >= 1000)
            content.AppendHtml("<p class=\"echo\">Terbaca <b>").Append(Indonesian.Rupiah(amount)).AppendHtml("</b> (").Append(Indonesian.SpellRupiah(amount)).AppendHtml(")</p>");
        return content;
    }

    private TagBuilder TextArea(bool bad, ModelStateEntry? entry)
    {
        var area = Common("textarea", bad, "form-control");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.Append(Text(entry));
        return area;
    }

    private TagBuilder SelectBox(bool bad, ModelStateEntry? entry)
    {
        var select = Common("select", bad, "form-select");
        var chosen = Text(entry);
        var groups = new Dictionary<string, TagBuilder>();
        foreach (var choice in Choices ?? [])
        {
            var parent = select;
            if (choice.Group is { Name: { } name } && !groups.TryGetValue(name, out parent!))
            {
                groups[name] = parent = new TagBuilder("optgroup");
                parent.Attributes["label"] = name;
                select.InnerHtml.AppendHtml(parent);
            }

            parent.InnerHtml.AppendHtml(Option(choice, chosen));
        }

        return select;
    }

    private static TagBuilder Option(SelectListItem choice, string chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value ?? choice.Text;
        if ((choice.Value ?? choice.Text) == chosen) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(choice.Text);
        return option;
    }

    private HtmlContentBuilder Radios(ModelStateEntry? entry)
    {
        var content = new HtmlContentBuilder();
        var chosen = Text(entry);
        var number = 0;
        foreach (var choice in Choices ?? [])
            content.AppendHtml(Tick("radio", $"{Id}_{number++}", choice.Value ?? choice.Text, choice.Text, (choice.Value ?? choice.Text) == chosen));
        return content;
    }

    private IHtmlContent Checkbox(ModelStateEntry? entry) =>
        Tick("checkbox", Id, "true", Label ?? For.Metadata.GetDisplayName(), Text(entry).StartsWith("true", StringComparison.OrdinalIgnoreCase));

    private TagBuilder Tick(string type, string id, string value, string text, bool ticked)
    {
        var div = new TagBuilder("div");
        div.AddCssClass("form-check");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = type;
        input.Attributes["id"] = id;
        input.Attributes["name"] = FullName;
        input.Attributes["value"] = value;
        if (ticked) input.Attributes["checked"] = "checked";
        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(text);
        div.InnerHtml.AppendHtml(input).AppendHtml(label);
        return div;
    }

    /// <summary>What was typed, if anything was; else the model's value as Indonesians write it.</summary>
    private string Text(ModelStateEntry? entry) => entry?.AttemptedValue ?? For.Model switch
    {
        null => "",
        DateOnly date => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        TimeOnly time => Indonesian.Clock(time),
        decimal number => Indonesian.NumberTrimmed(number, 6),
        int number => number.ToString(CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
