using Microsoft.AspNetCore.Components;

namespace TkpkPortal.Web.Reports;

/// <summary>A paper ready to be rendered for the screen or for print.</summary>
public sealed record Report
{
    /// <summary>The document's own name: title of the page and left running foot of the paper.</summary>
    public required string Name { get; init; }

    public required RenderFragment Body { get; init; }

    /// <summary>Adds "Data contoh" to the running foot.</summary>
    public bool IsSample { get; init; }
}

/// <summary>Where the buttons above a paper on the screen lead.</summary>
public sealed record ReportTools(string BackUrl, string BackText, string PdfA4Url, string PdfF4Url);
