using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

public enum Breakdown
{
    None,
    Urban,
    Rural,
    Male,
    Female,
}

public static class BreakdownNames
{
    public static string Of(Breakdown breakdown) => breakdown switch
    {
        Breakdown.None => "Semua penduduk",
        Breakdown.Urban => "Perkotaan",
        Breakdown.Rural => "Perdesaan",
        Breakdown.Male => "Laki-laki",
        Breakdown.Female => "Perempuan",
        _ => throw new ArgumentOutOfRangeException(nameof(breakdown)),
    };

    /// <summary>As files say it; "" and "total" mean all.</summary>
    public static bool TryParse(string text, out Breakdown breakdown)
    {
        var word = text.Trim().Replace(' ', '-').ToUpperInvariant();
        Breakdown? read = word switch
        {
            "" or "TOTAL" or "SEMUA" or "SEMUA-PENDUDUK" => Breakdown.None,
            "PERKOTAAN" or "KOTA" => Breakdown.Urban,
            "PERDESAAN" or "PEDESAAN" or "DESA" => Breakdown.Rural,
            "LAKI-LAKI" or "L" => Breakdown.Male,
            "PEREMPUAN" or "P" => Breakdown.Female,
            _ => null,
        };
        breakdown = read ?? Breakdown.None;
        return read is not null;
    }
}

/// <summary>One published figure. Rate and count are stored as published, never computed from each other.</summary>
public sealed class IndicatorValue : IAudited
{
    private IndicatorValue()
    {
    }

    public IndicatorValue(Guid indicatorId, Guid areaId, Period period, Breakdown breakdown)
    {
        IndicatorId = indicatorId;
        AreaId = areaId;
        Year = period.Year;
        Month = period.Month;
        Breakdown = breakdown;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid IndicatorId { get; private set; }

    public Guid AreaId { get; private set; }

    public int Year { get; private set; }

    /// <summary>3 for Susenas March; null for a yearly figure.</summary>
    public int? Month { get; private set; }

    public Breakdown Breakdown { get; private set; }

    /// <summary>In the indicator's unit.</summary>
    public decimal Value { get; private set; }

    /// <summary>Angka sementara.</summary>
    public bool IsProvisional { get; private set; }

    public string? SourceDocument { get; private set; }

    public uint Version { get; private set; }

    public Period Period => new(Year, Month);

    /// <summary>"P0 Kabupaten Contoh, Maret 2025" for the audit trail; the use case knows it, the table need not keep it.</summary>
    internal string? Label { get; set; }

    string IAudited.AuditName => Label ?? Period.ToString();

    public void Set(decimal value, bool isProvisional, string? sourceDocument)
    {
        Value = value;
        IsProvisional = isProvisional;
        SourceDocument = sourceDocument;
    }
}

/// <summary>What a plan (RPJMD) promises for a year.</summary>
public sealed class IndicatorTarget : IAudited
{
    private IndicatorTarget()
    {
    }

    public IndicatorTarget(Guid indicatorId, Guid areaId, int year, decimal value, string document)
    {
        IndicatorId = indicatorId;
        AreaId = areaId;
        Year = year;
        Set(value, document);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid IndicatorId { get; private set; }

    public Guid AreaId { get; private set; }

    public int Year { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>RPJMD 2025–2029.</summary>
    public string Document { get; private set; } = "";

    internal string? Label { get; set; }

    string IAudited.AuditName => Label ?? $"{Year}";

    public void Set(decimal value, string document)
    {
        Value = value;
        Document = document;
    }
}
