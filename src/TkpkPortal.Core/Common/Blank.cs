namespace TkpkPortal.Core.Common;

/// <summary>An empty box of a form means "nothing", not an empty text.</summary>
public static class Blank
{
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
