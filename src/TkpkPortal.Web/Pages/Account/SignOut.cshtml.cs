using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Account;

[Permit(Permission.UsePortal)]
public sealed class SignOutModel(RecordSignOut recordSignOut) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await recordSignOut.RunAsync(ct);
        await HttpContext.SignOutAsync();
        // Pages are never stored (no-store), so the slow "cache" part is not needed.
        Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        return LocalRedirect("/masuk?keluar=true");
    }
}
