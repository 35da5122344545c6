using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Account;

[Permit(Permission.UsePortal)]
public sealed class EndOtherSessionsModel(EndSessions endSessions) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await endSessions.OthersAsync(HttpContext.SessionId(), ct);
        this.Tell("Semua sesi lain diakhiri.");
        return RedirectToPage("Index");
    }
}
