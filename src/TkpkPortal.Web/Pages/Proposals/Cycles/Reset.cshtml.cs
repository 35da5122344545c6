using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Cycles;

[Permit(Permission.ManageCycles)]
public sealed class ResetModel(CycleSettingsQuery query, ResetCycle reset) : PageModel, IPreparesPage
{
    /// <summary>"2026-11".</summary>
    [FromRoute(Name = "bulan")]
    public string MonthText { get; set; } = "";

    public CycleMonthView Saved { get; private set; } = null!;

    private DateOnly Month => CycleMonths.Parse(MonthText) ?? throw new RecordNotFoundException();

    public async Task PrepareAsync(CancellationToken ct) => Saved = await query.MonthAsync(Month, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await reset.RunAsync(Month, ct);
        this.Tell($"Periode {Indonesian.MonthYear(Month)} mengikuti aturan setiap bulan lagi.");
        return RedirectToPage("Index");
    }
}
