namespace TkpkPortal.Web.Reports;

/// <summary>A ruled table of texts that are already formatted; the template numbers its caption.</summary>
public sealed record PaperTable
{
    public required string Caption { get; init; }

    public required IReadOnlyList<PaperColumn> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>The last row in bold, if there is one; as many cells as there are columns.</summary>
    public IReadOnlyList<string>? Total { get; init; }

    /// <summary>"Sumber: BPS, Susenas Maret 2025."</summary>
    public string? Source { get; init; }

    /// <summary>Lower rows, for long tables.</summary>
    public bool IsTight { get; init; }
}

/// <param name="IsNumber">Numbers stand at the right.</param>
/// <param name="IsRowHead">The cell names its row.</param>
public sealed record PaperColumn(string Title, bool IsNumber = false, bool IsRowHead = false);
