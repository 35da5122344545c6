using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class SignatoriesModel(SignatoryListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<SignatoryView> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(PageNumber, ct);
}
