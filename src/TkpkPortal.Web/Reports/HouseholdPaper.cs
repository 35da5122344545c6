namespace TkpkPortal.Web.Reports;

/// <summary>Profil keluarga: one family on paper. Numbers are masked, people have an age and no birth date.</summary>
public sealed record HouseholdPaper
{
    public required Letterhead Letterhead { get; init; }

    public required string HeadName { get; init; }

    public required IReadOnlyList<PaperFact> Facts { get; init; }

    public required PaperTable Members { get; init; }

    public required IReadOnlyList<string> Present { get; init; }

    public required IReadOnlyList<string> Absent { get; init; }

    public required IReadOnlyList<string> Unknown { get; init; }

    public PaperTable? Programs { get; init; }

    public required PaperTable Findings { get; init; }

    /// <summary>Who printed it and when: a copy that wanders can be traced.</summary>
    public required string PrintedBy { get; init; }

    public bool IsSample { get; init; }
}

public sealed record PaperFact(string Label, string Value);

/// <summary>Profil desa: one page of numbers to pin up.</summary>
public sealed record VillagePaper
{
    public required Letterhead Letterhead { get; init; }

    public required string Title { get; init; }

    public required string Place { get; init; }

    public required IReadOnlyList<Headline> Headlines { get; init; }

    public required PaperTable Deciles { get; init; }

    public required PaperTable Conditions { get; init; }

    public PaperTable? Programs { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public bool IsEmpty { get; init; }

    public bool IsSample { get; init; }
}
