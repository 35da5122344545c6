using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

public enum Polarity
{
    /// <summary>A rise is a worsening: P0.</summary>
    HigherIsWorse,

    /// <summary>A rise is an improvement: sanitasi layak.</summary>
    HigherIsBetter,

    /// <summary>Neither: garis kemiskinan.</summary>
    Neutral,
}

/// <summary>Something measured per area and period, usually by BPS. Values of a survey are never mixed with counts of the registry.</summary>
public sealed class Indicator : IAudited
{
    private Indicator()
    {
    }

    public Indicator(IndicatorDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Stable code used in files: P0, JUMLAH_MISKIN.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>persen, ribu jiwa, Rp/kapita/bulan.</summary>
    public string Unit { get; private set; } = "";

    public Polarity Polarity { get; private set; }

    public int Decimals { get; private set; }

    /// <summary>BPS, Susenas Maret.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Bidang: Kemiskinan, Kesehatan.</summary>
    public string Field { get; private set; } = "";

    public string? Definition { get; private set; }

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    string IAudited.AuditName => $"{Code} {Name}";

    /// <summary>The month of the survey its source names ("BPS, Susenas Maret" is March); null for yearly figures. What an empty month means for this indicator.</summary>
    public int? UsualMonth => UsualMonthOf(Source);

    public static int? UsualMonthOf(string source) =>
        Enumerable.Range(1, 12).Cast<int?>().FirstOrDefault(m => source.Contains(Indonesian.Month(m!.Value), StringComparison.OrdinalIgnoreCase));

    public void Correct(IndicatorDetails details)
    {
        if (IndicatorCodes.All.Contains(Code) && (details.Code != Code || details.Unit != Unit)) throw new RuleBrokenException(StatisticsRules.ComputedWith, nameof(Code), Code);
        Code = details.Code;
        Name = details.Name;
        Unit = details.Unit;
        Polarity = details.Polarity;
        Decimals = details.Decimals;
        Source = details.Source;
        Field = details.Field;
        Definition = details.Definition;
    }

    public void Deactivate()
    {
        if (!IsActive) throw new RuleBrokenException(StatisticsRules.AlreadyInactive);
        if (IndicatorCodes.All.Contains(Code)) throw new RuleBrokenException(StatisticsRules.ComputedWith, null, Code);
        IsActive = false;
    }

    public void Reactivate()
    {
        if (IsActive) throw new RuleBrokenException(StatisticsRules.AlreadyActive);
        IsActive = true;
    }
}

public static class PolarityNames
{
    public static string Of(Polarity polarity) => polarity switch
    {
        Polarity.HigherIsWorse => "Naik berarti memburuk",
        Polarity.HigherIsBetter => "Naik berarti membaik",
        Polarity.Neutral => "Tidak dinilai",
        _ => throw new ArgumentOutOfRangeException(nameof(polarity)),
    };

    /// <summary>+1 when a rise is a worsening, −1 when it is an improvement, 0 when neither: s of the four analyses.</summary>
    public static int Sign(this Polarity polarity) => polarity switch
    {
        Polarity.HigherIsWorse => 1,
        Polarity.HigherIsBetter => -1,
        Polarity.Neutral => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(polarity)),
    };
}

public sealed record IndicatorDetails(
    string Code, string Name, string Unit, Polarity Polarity, int Decimals, string Source, string Field, string? Definition);

/// <summary>Codes the portal itself computes with; the reference seed makes them.</summary>
public static class IndicatorCodes
{
    /// <summary>Persentase penduduk miskin.</summary>
    public const string HeadcountRatio = "P0";

    /// <summary>Jumlah penduduk miskin, thousand people.</summary>
    public const string PoorPopulation = "JUMLAH_MISKIN";

    /// <summary>Indeks kedalaman.</summary>
    public const string PovertyGap = "P1";

    /// <summary>Indeks keparahan.</summary>
    public const string PovertySeverity = "P2";

    /// <summary>Garis kemiskinan, rupiah per head and month.</summary>
    public const string PovertyLine = "GK";

    /// <summary>Persentase kemiskinan ekstrem.</summary>
    public const string ExtremePoverty = "EKSTREM";

    public static IReadOnlyList<string> All { get; } = [HeadcountRatio, PoorPopulation, PovertyGap, PovertySeverity, PovertyLine, ExtremePoverty];

    /// <summary>Rate and count, which never stand alone.</summary>
    public static bool IsPair(string code) => code is HeadcountRatio or PoorPopulation;
}
