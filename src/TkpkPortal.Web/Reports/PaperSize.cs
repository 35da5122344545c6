using System.Globalization;

namespace TkpkPortal.Web.Reports;

/// <summary>The two sheets an Indonesian office has: A4 (210 x 297 mm) and F4, also called folio (215 x 330 mm).</summary>
public enum PaperSize
{
    A4,
    F4,
}

internal static class PaperSizeFacts
{
    public static (int WidthMillimetres, int HeightMillimetres) Sheet(this PaperSize size) => size switch
    {
        PaperSize.A4 => (210, 297),
        PaperSize.F4 => (215, 330),
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    /// <summary>Top, right, bottom, left; the left one is wider for binding.</summary>
    public static string Margins(this PaperSize size) => size == PaperSize.F4 ? "15mm 18mm 18mm 22mm" : "18mm 20mm 20mm 25mm";

    public static string CssClass(this PaperSize size) => size == PaperSize.F4 ? "paper-f4" : "paper-a4";

    public static string CssSize(this PaperSize size)
    {
        (int width, int height) = size.Sheet();
        return string.Create(CultureInfo.InvariantCulture, $"{width}mm {height}mm");
    }
}
