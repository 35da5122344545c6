using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class DeactivateSignatoryModel(SignatoryListQuery query, ChangeSignatoryState changeState) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public SignatoryView Signatory { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Signatory = await query.OneAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeState.RunAsync(Id, active: false, ct);
        this.Tell("Penandatangan dinonaktifkan.");
        return RedirectToPage("Signatories");
    }
}
