using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies;

[Permit(Permission.ManageAgencies)]
public sealed class RegisterModel(RegisterAgency registerAgency) : PageModel
{
    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await registerAgency.RunAsync(Input.ToDetails(), ct);
        this.Tell($"{Input.Name} tersimpan. Programnya dapat didaftarkan di menu Program.");
        return RedirectToPage("Index");
    }
}
