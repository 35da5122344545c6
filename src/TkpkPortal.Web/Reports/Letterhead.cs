namespace TkpkPortal.Web.Reports;

/// <summary>Whose name stands at the head of the paper.</summary>
public enum LetterheadKind
{
    /// <summary>A regional agency (perangkat daerah), with the region's emblem at the left.</summary>
    Agency,

    /// <summary>The bupati or wakil bupati in person: the emblem stands in the middle, above the office.</summary>
    Regent,
}

/// <summary>The kop surat of one paper.</summary>
public sealed record Letterhead
{
    public LetterheadKind Kind { get; init; }

    /// <summary>"PEMERINTAH KABUPATEN CONTOH"; not printed for <see cref="LetterheadKind.Regent"/>.</summary>
    public required string Government { get; init; }

    /// <summary>"KECAMATAN CONTOH", above a desa or kelurahan.</summary>
    public string? Between { get; init; }

    /// <summary>"BADAN PERENCANAAN PEMBANGUNAN DAERAH", or "BUPATI CONTOH" for <see cref="LetterheadKind.Regent"/>.</summary>
    public required string Agency { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    /// <summary>The uploaded emblem as <see cref="EmblemData"/> makes it; without one a plain shield is drawn.</summary>
    public string? EmblemDataUri { get; init; }

    /// <summary>Where the screen finds the same emblem; paper never fetches it.</summary>
    public string? EmblemUrl { get; init; }

    /// <summary>A data: URI of an uploaded image.</summary>
    public static string EmblemData(ReadOnlySpan<byte> image, string mediaType) =>
        $"data:{mediaType};base64,{Convert.ToBase64String(image)}";
}
