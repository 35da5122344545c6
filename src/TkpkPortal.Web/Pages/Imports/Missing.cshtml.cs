using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>Families of the file's desa that the file does not mention.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class MissingModel(ImportQuery query, MissingFamiliesQuery missingQuery, ImportAnswersQuery answersQuery) : PageModel
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
        if (Import.IsOfProposals) Answers = await answersQuery.MissingAsync(Id, PageNumber, ct);
        else List = await missingQuery.RunAsync(Id, PageNumber, ct);
    }
}
