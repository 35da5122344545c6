using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class CallOffModel(DeliberationQuery query, CallOffDeliberation callOff) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public DeliberationView Deliberation { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Deliberation = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await callOff.RunAsync(Id, Version, ct);
        this.Tell("Sudah dibatalkan. Usulan pada acaranya kembali menunggu musyawarah.");
        return RedirectToPage("Index");
    }
}
