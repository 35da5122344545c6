using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ViewProposals)]
public sealed class IncomingModel(IncomingMovesQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<IncomingMoveRow> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(PageNumber, ct);
}
