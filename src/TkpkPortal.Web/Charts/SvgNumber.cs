using System.Globalization;

namespace TkpkPortal.Web.Charts;

/// <summary>The one way a number enters an SVG attribute: invariant, one decimal. Under id-ID a plain <c>@x</c> would print a comma.</summary>
internal static class SvgNumber
{
    public static string N(double value) => double.IsFinite(value)
        ? (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A drawing needs finite numbers.");
}
