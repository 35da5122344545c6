namespace TkpkPortal.Web.Reports;

/// <summary>Laporan Tingkat Kemiskinan of one regency and year. The drawings are given to the template beside it.</summary>
public sealed record PovertyReportPaper
{
    public required Letterhead Letterhead { get; init; }

    /// <summary>"Kabupaten Contoh".</summary>
    public required string Regency { get; init; }

    public required int Year { get; init; }

    /// <summary>The opening paragraphs; line breaks separate them.</summary>
    public required string Summary { get; init; }

    /// <summary>Up to four boxes under the summary.</summary>
    public required IReadOnlyList<Headline> Headlines { get; init; }

    public required string RateChartCaption { get; init; }

    public required string CountChartCaption { get; init; }

    public required string TrendSource { get; init; }

    public required PovertySeries Series { get; init; }

    /// <summary>What the series says; line breaks separate paragraphs.</summary>
    public string? TrendNarrative { get; init; }

    public required string PeerChartCaption { get; init; }

    public required string MapCaption { get; init; }

    public required string PositionSource { get; init; }

    public string? PositionNarrative { get; init; }

    /// <summary>A table by district, if the reader may have one.</summary>
    public PaperTable? AreaTable { get; init; }

    /// <summary>The closing section "Catatan dan rekomendasi", if anything was written.</summary>
    public string? Conclusion { get; init; }

    public required Signatures Signatures { get; init; }

    public bool IsSample { get; init; }
}

/// <summary>One box: "Penduduk miskin (P0)", "11,61 %", "turun 0,11 poin".</summary>
public sealed record Headline(string Label, string Value, string Note);

/// <summary>Figures by year; a missing value prints as a dash, never as zero.</summary>
public sealed record PovertySeries
{
    public required IReadOnlyList<int> Years { get; init; }

    public required IReadOnlyList<PovertySeriesRow> Rows { get; init; }

    /// <summary>Years whose figures are still provisional get an asterisk.</summary>
    public IReadOnlyList<int> ProvisionalYears { get; init; } = [];

    public string? Source { get; init; }
}

/// <param name="Values">One for each year of the series.</param>
public sealed record PovertySeriesRow(string Label, int Decimals, IReadOnlyList<decimal?> Values);
