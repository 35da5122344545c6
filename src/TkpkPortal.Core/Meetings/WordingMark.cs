using System.Security.Cryptography;
using System.Text;

namespace TkpkPortal.Core.Meetings;

/// <summary>A short mark of texts as somebody saw them. A form carries it, so that a later save knows whether they are still the same.</summary>
public static class WordingMark
{
    public static string Of(IReadOnlyList<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var joined = new StringBuilder();
        foreach (var text in texts) joined.Append(text is null ? -1 : text.Length).Append(':').Append(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined.ToString())))[..24];
    }

    /// <summary>Text as it is kept: one kind of line break, no blank edges, null when nothing is left. A browser posts CRLF for every line.</summary>
    public static string? Tidy(string? text)
    {
        var tidy = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(tidy) ? null : tidy;
    }
}
