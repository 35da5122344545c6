using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>All rows of one cause.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class ProblemsModel(ImportQuery query, ImportProblemsQuery problemsQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "kode")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "kolom")]
    public string? Column { get; set; }

    [BindProperty(SupportsGet = true, Name = "peringatan")]
    public bool Warnings { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public ImportView Import { get; private set; } = null!;

    public PagedList<ImportCell> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        List = await problemsQuery.RunAsync(Id, Code, Column, !Warnings, PageNumber, ct);
    }
}
