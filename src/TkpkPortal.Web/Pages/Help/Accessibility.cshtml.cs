using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Help;

[Permit(Permission.UsePortal)]
public sealed class AccessibilityModel : PageModel
{
    public void OnGet()
    {
    }
}
