namespace TkpkPortal.Web.Reports;

/// <summary>An official who stands in for the holder of the office.</summary>
public enum ActingKind
{
    None,

    /// <summary>Pelaksana tugas: the office is vacant.</summary>
    Plt,

    /// <summary>Pelaksana harian: the holder is away for a short time.</summary>
    Plh,
}

/// <summary>
/// Who signs, in the forms of the official-letter rules: plain, "Plt."/"Plh.", "a.n." (on behalf of a superior) and
/// "a.n. ... u.b." (the superior's delegate passes it on one step further down).
/// </summary>
public sealed record Signatory
{
    /// <summary>"Kepala Bappeda".</summary>
    public required string Office { get; init; }

    /// <summary>"Ketua TKPK": printed as "selaku Ketua TKPK".</summary>
    public string? Capacity { get; init; }

    public ActingKind Acting { get; init; }

    /// <summary>"Bupati Contoh": printed as "a.n. Bupati Contoh".</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>"Sekretaris Daerah": printed between "a.n. ..." and "u.b.", and only with <see cref="OnBehalfOf"/>.</summary>
    public string? DelegatedBy { get; init; }

    /// <summary>Name with degrees, in the capitals the office uses.</summary>
    public required string Name { get; init; }

    /// <summary>"Pembina Utama Muda (IV/c)".</summary>
    public string? Rank { get; init; }

    /// <summary>18 digits, spaces allowed; a bupati or wakil bupati has none.</summary>
    public string? Nip { get; init; }

    /// <summary>"19700101 199503 1 001"; what is not 18 digits long is printed as it was typed.</summary>
    internal string? GroupedNip
    {
        get
        {
            string digits = string.Concat((Nip ?? "").Where(char.IsAsciiDigit));
            if (digits.Length != 18)
                return string.IsNullOrWhiteSpace(Nip) ? null : Nip.Trim();

            return $"{digits[..8]} {digits[8..14]} {digits[14..15]} {digits[15..]}";
        }
    }

    /// <summary>The lines above the signature; the last one ends with a comma.</summary>
    internal IReadOnlyList<string> OfficeLines()
    {
        var lines = new List<string>();
        if (OnBehalfOf is not null)
            lines.Add($"a.n. {OnBehalfOf}");

        if (OnBehalfOf is not null && DelegatedBy is not null)
            lines.AddRange([$"{DelegatedBy},", "u.b."]);

        lines.Add(Acting == ActingKind.None ? Office : $"{Acting}. {Office}");
        if (Capacity is not null)
            lines.Add($"selaku {Capacity}");

        lines[^1] += ",";
        return lines;
    }
}

/// <summary>The foot of a paper: who signs where and when, and who acknowledges at the left.</summary>
public sealed record Signatures
{
    public required string Place { get; init; }

    public required DateOnly Date { get; init; }

    public required Signatory Signer { get; init; }

    /// <summary>"Mengetahui" at the left.</summary>
    public Signatory? Acknowledger { get; init; }

    /// <summary>Leaves a box for the electronic signature (TTE) in place of the empty space, with its notice under the block.</summary>
    public bool IsElectronic { get; init; }

    public string ElectronicFooter { get; init; } = PaperWording.ElectronicSignatureFooter;
}
