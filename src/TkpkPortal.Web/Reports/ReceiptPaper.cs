namespace TkpkPortal.Web.Reports;

/// <summary>Resi usulan: what the family takes home. No NIK, no address; the QR and the PIN open the status page, which shows less than the paper.</summary>
public sealed record ReceiptPaper
{
    public required Letterhead Letterhead { get; init; }

    public required string Number { get; init; }

    public required IReadOnlyList<PaperFact> Facts { get; init; }

    /// <summary>"123 456".</summary>
    public required string Pin { get; init; }

    /// <summary>Where the QR leads.</summary>
    public required string StatusUrl { get; init; }

    /// <summary>The way of the proposal in plain words.</summary>
    public required IReadOnlyList<string> Way { get; init; }

    public required IReadOnlyList<string> Advice { get; init; }

    public required string PrintedBy { get; init; }

    public bool IsSample { get; init; }
}

/// <summary>Petunjuk petugas pendaftaran: one page for the desk.</summary>
public sealed record DeskPaper
{
    public required Letterhead Letterhead { get; init; }

    /// <summary>"desa", "pekon": what it is called here.</summary>
    public required string VillageTerm { get; init; }

    /// <summary>"November 2026".</summary>
    public required string Month { get; init; }

    public required PaperTable Deadlines { get; init; }

    public bool IsSample { get; init; }
}
