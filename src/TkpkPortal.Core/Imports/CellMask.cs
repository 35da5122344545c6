using System.Text.RegularExpressions;

namespace TkpkPortal.Core.Imports;

/// <summary>A cell of a file on screen: what could be a NIK or KK number, whole or damaged, shows its province only.</summary>
public static partial class CellMask
{
    public static string Of(string text) => LongNumber().Replace(text, number => number.Value[..2] + new string('\u2022', number.Value.Count(char.IsAsciiDigit) - 2));

    // From twelve digits on: shorter by Excel's hand or a slip, it still holds a birth date. Area codes have ten.
    [GeneratedRegex(@"\d{2}([ .\-\u00a0]?\d){10,}")]
    private static partial Regex LongNumber();
}
