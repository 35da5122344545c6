namespace TkpkPortal.Web.Reports;

/// <summary>Daftar hadir: the people known beforehand, and empty rows for those who come unannounced.</summary>
public sealed record AttendancePaper
{
    public required Letterhead Letterhead { get; init; }

    public required string MeetingName { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string Zone { get; init; }

    public required string Venue { get; init; }

    public required IReadOnlyList<AttendanceRow> People { get; init; }

    public int BlankRows { get; init; }

    public required Signatures Signatures { get; init; }

    public bool IsSample { get; init; }
}

/// <param name="Gender">"L", "P", or null when not known.</param>
public sealed record AttendanceRow(string Name, string? Office, string? Agency, string? Gender = null, string? Phone = null);
