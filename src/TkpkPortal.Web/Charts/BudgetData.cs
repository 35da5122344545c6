namespace TkpkPortal.Web.Charts;

/// <summary>Pagu against realisasi, in rupiah. <see cref="Realized"/> null: not reported yet, which is not the same as nothing spent.</summary>
public sealed record BudgetRow(string Name, decimal Ceiling, decimal? Realized, string? Href = null)
{
    /// <summary>Serapan in percent; null without pagu or report.</summary>
    public decimal? Absorption => Ceiling > 0 && Realized is { } realized ? realized / Ceiling * 100 : null;
}

/// <param name="Rows">In the order to be shown.</param>
/// <param name="Target">Target of serapan in percent, drawn as an upright stroke.</param>
public sealed record BudgetData(IReadOnlyList<BudgetRow> Rows, decimal? Target = null);
