using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Audit;

[Permit(Permission.ViewAuditTrail)]
public sealed class VerifyModel(VerifyAuditTrail verify) : PageModel
{
    public AuditVerification? Result { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Result = await verify.RunAsync(ct);
        return Page();
    }
}
