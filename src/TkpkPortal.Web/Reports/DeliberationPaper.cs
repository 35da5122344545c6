namespace TkpkPortal.Web.Reports;

/// <summary>A musyawarah on paper: berita acara, daftar hadir, SPTJM. Families stand on it by name of head and dusun, never by a number or a date.</summary>
public sealed record DeliberationPaper
{
    /// <summary>Of the village's own government.</summary>
    public required Letterhead Letterhead { get; init; }

    /// <summary>"Musyawarah Desa"; "SPTJM".</summary>
    public required string Kind { get; init; }

    /// <summary>"Musyawarah Desa Sukamaju".</summary>
    public required string Heading { get; init; }

    /// <summary>"Desa Sukamaju".</summary>
    public required string Village { get; init; }

    /// <summary>"Sukamaju": where papers are signed.</summary>
    public required string VillageName { get; init; }

    /// <summary>"Kecamatan Contoh, Kabupaten Contoh".</summary>
    public required string Above { get; init; }

    public bool IsDesa { get; init; }

    /// <summary>Nomor; null leaves a dotted space to be filled in by hand.</summary>
    public string? Number { get; init; }

    public required DateOnly Date { get; init; }

    public TimeOnly? Start { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string Zone { get; init; }

    public required string Venue { get; init; }

    public required string ChairName { get; init; }

    public required string ChairTitle { get; init; }

    public string? NoteTaker { get; init; }

    public string? Notes { get; init; }

    public required IReadOnlyList<DeliberationPaperRow> Rows { get; init; }

    public required IReadOnlyList<DeliberationPaperGuest> Guests { get; init; }

    /// <summary>"8 (delapan) layak, ...".</summary>
    public required string Counts { get; init; }

    /// <summary>Empty rows to sign, where nobody is recorded yet.</summary>
    public int BlankRows { get; init; }

    public bool IsDraft { get; init; }

    public bool IsSample { get; init; }

    /// <summary>"November dan Desember 2026".</summary>
    public required string Period { get; init; }
}

public sealed record DeliberationPaperRow(string Number, string HeadName, string Hamlet, string Kind, string Outcome, string Reason)
{
    /// <summary>"meninggal"; below the kind, on the berita acara alone.</summary>
    public string? Subject { get; init; }
}

public sealed record DeliberationPaperGuest(string Name, string Position, bool IsFemale);

/// <summary>What is pinned up for everybody to read. It has no place for a number, a reason or an informant, so none can slip in.</summary>
public sealed record PublicListPaper
{
    public required Letterhead Letterhead { get; init; }

    public required string Heading { get; init; }

    public required string Place { get; init; }

    public required string Period { get; init; }

    public required string VillageWord { get; init; }

    public required IReadOnlyList<PublicListRow> Rows { get; init; }

    /// <summary>Objections talked about, which are not listed.</summary>
    public int Objections { get; init; }

    public required Signatures Signatures { get; init; }

    public bool IsStatement { get; init; }

    public bool IsDraft { get; init; }

    public bool IsSample { get; init; }
}

public sealed record PublicListRow(string HeadName, string Hamlet, string Kind, string Outcome);
