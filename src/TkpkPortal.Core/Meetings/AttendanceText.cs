using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Reads pasted attendance: one person a line, columns apart by tab (a spreadsheet) or semicolon.</summary>
public static class AttendanceText
{
    private const int LongestText = 150;
    private const int LongestPhone = 30;

    /// <summary>Name, position, institution, and a phone number if any. A leading running number and a head row are passed over.</summary>
    /// <exception cref="RuleBrokenException">A line lacks one of the three, or is too long.</exception>
    public static IReadOnlyList<AttendeeLine> Read(string? text) =>
        [.. PastedTable.Lines(text).Select(l => Check(l.Number, l.Cells.ElementAtOrDefault(0), l.Cells.ElementAtOrDefault(1), l.Cells.ElementAtOrDefault(2), l.Cells.ElementAtOrDefault(3)))];

    /// <summary>One line from a form or a paste; <paramref name="number"/> counts from 1 and stands in the sentence.</summary>
    public static AttendeeLine Check(int number, string? name, string? position, string? institution, string? phone)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(position) || string.IsNullOrWhiteSpace(institution))
            throw new RuleBrokenException(MeetingRules.AttendanceLineIncomplete, null, number);
        var line = new AttendeeLine(name.Trim(), position.Trim(), institution.Trim(), string.IsNullOrWhiteSpace(phone) ? null : phone.Trim());
        if (line.Name.Length > LongestText || line.Position.Length > LongestText || line.Institution.Length > LongestText || line.Phone?.Length > LongestPhone)
            throw new RuleBrokenException(MeetingRules.AttendanceLineTooLong, null, number);
        return line;
    }
}
