using System.Globalization;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>A cycle in an address: "2026-11".</summary>
internal static class CycleMonths
{
    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
