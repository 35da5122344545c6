using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies.Partners;

[Permit(Permission.ManageAgencies)]
public sealed class EditModel(PartnerQuery query, SavePartner savePartner) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public PartnerView Partner { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Partner = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Partner.Version;
        Input = PartnerInput.From(Partner);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await savePartner.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return RedirectToPage("Index");
    }
}
