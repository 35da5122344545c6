using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholdTotals)]
public sealed class MovementModel(DecileMovementQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "dari")]
    public Guid? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "ke")]
    public Guid? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    public DecileMovementView View { get; private set; } = null!;

    /// <summary>Deciles 1 to 10, then unknown, as the table shows them.</summary>
    public static IReadOnlyList<int> Order { get; } = [.. Enumerable.Range(1, 10), 0];

    public async Task OnGetAsync(CancellationToken ct) => View = await ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        var view = await ReadAsync(ct);
        if (view.Movement is not { } moved) return RedirectToPage(new { });
        List<(string, Func<int, object?>)> columns =
        [
            ("dari_rilis", _ => moved.From.Name), ("ke_rilis", _ => moved.To.Name), ("kode_wilayah", _ => (view.Village ?? view.District)?.Code), ("wilayah", _ => (view.Village ?? view.District)?.Name),
            ("desil_dari", from => Word(from)),
            .. Order.Select(to => ((string, Func<int, object?>))($"ke_desil_{Word(to).Replace(' ', '_')}", from => moved.Cells[from][to])),
            ("jumlah", from => moved.Row(from)),
        ];
        return File(SpreadsheetFile.Write("Pergerakan desil", columns, Order), SpreadsheetFile.ContentType, "pergerakan-desil.xlsx");
    }

    public static string Word(int decile) => decile == 0 ? "tidak diketahui" : decile.ToString(CultureInfo.InvariantCulture);

    public static string Summary(DecileMovement m) => m.Ranked == 0
        ? "Belum ada keluarga yang mempunyai desil pada kedua rilis."
        : $"Dari {Indonesian.Count(m.Ranked, "keluarga")} yang mempunyai desil pada kedua rilis, {Share(m.Better, m.Ranked)} naik desil (membaik), {Share(m.Worse, m.Ranked)} turun desil (memburuk), dan {Share(m.Same, m.Ranked)} tetap.";

    private static string Share(int families, int of) => $"{Indonesian.Number(families)} ({Indonesian.Percent(100m * families / of, 1)})";

    private Task<DecileMovementView> ReadAsync(CancellationToken ct)
    {
        var (district, village) = (Blank.ToNull(District), Blank.ToNull(Village));
        return query.RunAsync(From, To, district, village is not null && (district is null || village.StartsWith(district + ".", StringComparison.Ordinal)) ? village : null, ct);
    }
}
