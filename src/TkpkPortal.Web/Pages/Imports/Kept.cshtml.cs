using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>Families that undo left as they are, because somebody changed them after the import.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class KeptModel(ImportQuery query, ImportFamiliesQuery familiesQuery, ImportAnswersQuery answersQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public ImportView Import { get; private set; } = null!;

    public PagedList<ImportFamily>? List { get; private set; }

    public PagedList<ImportAnswer>? Answers { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        if (Import.IsOfProposals) Answers = await answersQuery.KeptAsync(Id, PageNumber, ct);
        else List = await familiesQuery.KeptAsync(Id, PageNumber, ct);
    }
}
