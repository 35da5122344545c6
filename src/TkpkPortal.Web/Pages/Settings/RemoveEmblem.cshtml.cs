using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class RemoveEmblemModel(RemoveEmblem removeEmblem) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await removeEmblem.RunAsync(ct);
        this.Tell("Lambang dihapus dari kop surat.");
        return RedirectToPage("Emblem");
    }
}
