using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

/// <summary>Figures and their differences as prose says them: 11,59 persen, 36,37 ribu jiwa, Rp533.535; a difference of percentages is in poin.</summary>
public static class IndicatorWords
{
    private const string Percent = "persen";
    private const string ThousandPeople = "ribu jiwa";

    /// <summary>"11,59 persen".</summary>
    public static string Value(decimal value, IndicatorLabel indicator) => indicator.Unit switch
    {
        _ when IsRupiah(indicator.Unit) => Indonesian.Rupiah(value),
        "indeks" => Indonesian.Number(value, indicator.Decimals),
        _ => $"{Indonesian.Number(value, indicator.Decimals)} {indicator.Unit}",
    };

    /// <summary>The size of a difference without its sign: "0,39 poin", "250 jiwa", "Rp1.200".</summary>
    public static string Size(decimal difference, IndicatorLabel indicator)
    {
        var size = Math.Abs(difference);
        return indicator.Unit switch
        {
            _ when IsRupiah(indicator.Unit) => Indonesian.Rupiah(size),
            Percent or "indeks" => Indonesian.Points(size, indicator.Decimals),
            ThousandPeople => Indonesian.Count(size * 1000m, "jiwa"),
            _ => $"{Indonesian.Number(size, indicator.Decimals)} {indicator.Unit}",
        };
    }

    /// <summary>"turun 0,39 poin", "naik 250 jiwa", "tetap".</summary>
    public static string Change(decimal difference, IndicatorLabel indicator) => Indonesian.Change(difference, d => Size(d, indicator));

    /// <summary>For tables: the number alone.</summary>
    public static string Number(decimal? value, IndicatorLabel indicator) => value is { } known ? Indonesian.Number(known, indicator.Decimals) : "";

    /// <summary>True when the difference is for the better, false for the worse, null when neither.</summary>
    public static bool? IsBetter(decimal difference, Polarity polarity) => (Math.Sign(difference) * polarity.Sign()) switch { 0 => null, < 0 => true, _ => false };

    /// <summary>In the middle of a sentence: "persentase penduduk miskin".</summary>
    public static string InSentence(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static bool IsRupiah(string unit) => unit.StartsWith("Rp", StringComparison.Ordinal);
}
