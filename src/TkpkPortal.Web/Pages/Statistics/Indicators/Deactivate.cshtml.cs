using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Indicators;

[Permit(Permission.EditStatistics)]
public sealed class DeactivateModel(IndicatorQuery query, ChangeIndicatorState changeState) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public IndicatorView Indicator { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Indicator = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeState.RunAsync(Id, active: false, ct);
        this.Tell("Indikator dinonaktifkan. Angkanya tetap terbaca.");
        return RedirectToPage("Index");
    }
}
