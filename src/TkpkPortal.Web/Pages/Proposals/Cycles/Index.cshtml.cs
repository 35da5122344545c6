using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Cycles;

[Permit(Permission.ManageCycles)]
public sealed class IndexModel(CycleSettingsQuery query, SaveCycleDefaults save) : PageModel, IPreparesPage, IEditsVersion
{
    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public CycleDaysInput Input { get; set; } = new();

    public CycleSettings Saved { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Saved = await query.RunAsync(ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Saved.Version;
        Input = CycleDaysInput.Of(Saved.Days);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await save.RunAsync(Input.ToDays(), Version, ct);
        this.Tell("Aturan periode tersimpan. Bulan yang diatur sendiri tetap seperti semula.");
        return RedirectToPage("Index");
    }
}
