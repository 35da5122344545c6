namespace TkpkPortal.Web.Reports;

/// <summary>Limits of the PDF printer; the defaults are those of the portal.</summary>
public sealed record PdfPrinterOptions
{
    /// <summary>Path of the Chromium program; null looks at TKPK_CHROMIUM, then /usr/bin/chromium, then PATH.</summary>
    public string? Chromium { get; init; }

    /// <summary>One document may take this long, starting Chromium included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After this long without a document Chromium and its driver are closed, and their memory is free.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Documents that may wait or print at one time; the next one is refused with a sentence.</summary>
    public int QueueLimit { get; init; } = 20;

    /// <summary>A page is thrown away after this many documents, so that nothing piles up in it.</summary>
    public int DocumentsPerPage { get; init; } = 50;

    /// <summary>Longest document in characters; a longer one is refused before it reaches Chromium.</summary>
    public int LongestHtml { get; init; } = 32_000_000;
}
