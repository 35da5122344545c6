using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>Families the import adds or added.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class NewFamiliesModel(ImportQuery query, NewFamiliesQuery newQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public ImportView Import { get; private set; } = null!;

    public PagedList<ImportFamily> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        List = await newQuery.RunAsync(Id, PageNumber, ct);
    }
}
