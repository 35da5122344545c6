using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>Families the import changes or changed, old to new.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class ChangesModel(ImportQuery query, ImportChangesQuery changesQuery, ImportAnswersQuery answersQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public ImportChangeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public ImportView Import { get; private set; } = null!;

    public IReadOnlyDictionary<ImportChangeKind, int> Kinds { get; private set; } = null!;

    public PagedList<ImportChangeRow> List { get; private set; } = null!;

    public PagedList<ImportAnswer>? Answers { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        if (Import.IsOfProposals) Answers = await answersQuery.RunAsync(Id, PageNumber, ct);
        Kinds = await changesQuery.KindsAsync(Id, ct);
        List = await changesQuery.RunAsync(Id, new(Kind, false), PageNumber, ct);
    }
}
