using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>Reads the attendance list of a musyawarah: one person a line, columns apart by tab (a spreadsheet) or semicolon.</summary>
public static class GuestText
{
    private const int LongestText = 150;

    /// <summary>Name, unsur, L or P. A leading running number and a head row are passed over. Refused: MSD-14, MSD-15, IDN-11.</summary>
    public static IReadOnlyList<DeliberationGuest> Read(string? text) =>
        [.. PastedTable.Lines(text).Select(l => Check(l.Number, l.Cells.ElementAtOrDefault(0), l.Cells.ElementAtOrDefault(1), SexOf(l.Cells.ElementAtOrDefault(2))))];

    /// <summary>One line from a form or a paste; <paramref name="number"/> counts from 1 and stands in the sentence. Refused: MSD-14, MSD-15, IDN-11.</summary>
    public static DeliberationGuest Check(int number, string? name, string? position, bool? isFemale)
    {
        if (Blank.ToNull(name) is not { } called || Blank.ToNull(position) is not { } from || isFemale is not { } female) throw new RuleBrokenException(DeliberationRules.GuestIncomplete, null, number);
        if (called.Length > LongestText || from.Length > LongestText) throw new RuleBrokenException(DeliberationRules.GuestTooLong, null, number, LongestText);
        FreeText.MustHoldNoNumber(called, "Name");
        FreeText.MustHoldNoNumber(from, "Position");
        return new(called, from, female);
    }

    private static bool? SexOf(string? word) => word?.ToLowerInvariant() switch
    {
        "l" or "lk" or "laki-laki" or "laki" or "pria" => false,
        "p" or "pr" or "perempuan" or "wanita" => true,
        _ => null,
    };
}
