using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class AddSignatoryModel(AddSignatory addSignatory) : PageModel
{
    [BindProperty]
    public SignatoryInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await addSignatory.RunAsync(Input.ToDetails(), ct);
        this.Tell($"{Input.Name} tersimpan dan dapat dipilih pada surat berikutnya.");
        return RedirectToPage("Signatories");
    }
}
