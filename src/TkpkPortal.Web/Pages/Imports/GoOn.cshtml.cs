using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Imports;

[Permit(Permission.ImportHouseholds)]
public sealed class GoOnModel(ImportQuery query, GoOnWithImport goOn) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImportView Import { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Import = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await goOn.RunAsync(Id, ct);
        this.Tell("Baris yang benar ditampilkan di bawah. Belum ada data yang berubah.");
        return RedirectToPage("Details", new { Id });
    }
}
