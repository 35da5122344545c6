using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class EditModel(DeliberationQuery query, CorrectDeliberation correctDeliberation) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DeliberationInput Input { get; set; } = new();

    public DeliberationView Deliberation { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Deliberation = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
        Input = DeliberationInput.Of(Deliberation.Details);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctDeliberation.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell("Data musyawarah tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
