using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies;

[Permit(Permission.ManageAgencies)]
public sealed class DeactivateModel(AgencyQuery query, ChangeAgencyState changeState) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AgencyView Agency { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Agency = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeState.RunAsync(Id, active: false, ct);
        this.Tell("OPD dinonaktifkan.");
        return RedirectToPage("Index");
    }
}
