using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages;

[Permit(Permission.UsePortal)]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
