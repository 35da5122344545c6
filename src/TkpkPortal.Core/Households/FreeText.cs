using System.Text.RegularExpressions;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>A number typed into a note would lie in the database in clear.</summary>
public static partial class FreeText
{
    /// <summary>Refused: IDN-11.</summary>
    public static void MustHoldNoNumber(string? text, string field)
    {
        if (text is not null && HoldsNumber(text)) throw new RuleBrokenException(HouseholdRules.NumberInText, field);
    }

    public static bool HoldsNumber(string text) => SixteenDigits().IsMatch(text);

    [GeneratedRegex(@"\d([ .\-]?\d){15}")]
    private static partial Regex SixteenDigits();
}
