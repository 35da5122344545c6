using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ViewAreas)]
public sealed class DetailsModel(AreaQuery query, AreaListQuery listQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public AreaView Area { get; private set; } = null!;

    public PagedList<AreaRow> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Area = await query.RunAsync(Id, ct);
        List = await listQuery.RunAsync(Id, null, null, PageNumber, ct);
    }
}
