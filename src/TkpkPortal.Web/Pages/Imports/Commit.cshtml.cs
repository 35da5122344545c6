using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Jobs;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Imports;

[Permit(Permission.ImportHouseholds)]
public sealed class CommitModel(ImportQuery query, CommitImport commitImport, ImportJobs jobs) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImportView Import { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Import = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await commitImport.RunAsync(Id, ct);
        jobs.Start(Id);
        this.Tell("Permintaan menyimpan diterima.");
        return RedirectToPage("Details", new { Id });
    }
}
