using System.Globalization;

namespace TkpkPortal.Web.Charts;

/// <summary>Numbers as people read them in a chart, independent of the host's culture data.</summary>
internal static class ChartText
{
    static readonly NumberFormatInfo Indonesian = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = "−",
    };

    public static string Number(decimal value, int decimals) => decimals switch
    {
        0 => value.ToString("N0", Indonesian),
        1 => value.ToString("N1", Indonesian),
        2 => value.ToString("N2", Indonesian),
        _ => value.ToString("N3", Indonesian),
    };

    /// <summary>As short as the value allows: 10, 2,5, −0,25.</summary>
    public static string Short(decimal value) => value.ToString("#,0.###", Indonesian);

    public static string Measure(decimal value, int decimals, string unit) => $"{Number(value, decimals)} {unit}".TrimEnd();

    public static string Percent(decimal value) => $"{Number(value, 1)} %";

    /// <summary>Rp142,64 miliar; below a million in full.</summary>
    public static string Rupiah(decimal value) => Math.Abs(value) switch
    {
        >= 1_000_000_000_000m => $"Rp{Number(value / 1_000_000_000_000m, 2)} triliun",
        >= 1_000_000_000m => $"Rp{Number(value / 1_000_000_000m, 2)} miliar",
        >= 1_000_000m => $"Rp{Number(value / 1_000_000m, 2)} juta",
        _ => $"Rp{Number(value, 0)}",
    };
}
