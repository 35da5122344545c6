using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies.Partners;

[Permit(Permission.ManageAgencies)]
public sealed class ReactivateModel(PartnerQuery query, ChangePartnerState changeState) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public PartnerView Partner { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Partner = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeState.RunAsync(Id, active: true, ct);
        this.Tell("Mitra aktif kembali.");
        return RedirectToPage("Index");
    }
}
