using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies.Partners;

[Permit(Permission.ManageAgencies)]
public sealed class RegisterModel(SavePartner savePartner) : PageModel
{
    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await savePartner.RunAsync(null, Input.ToDetails(), 0, ct);
        this.Tell($"{Input.Name} tersimpan. Mitra dapat diundang pada rakor berikutnya.");
        return RedirectToPage("Index");
    }
}
