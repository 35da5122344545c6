using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Agencies;

[Permit(Permission.ManageAgencies)]
public sealed class EditModel(AgencyQuery query, CorrectAgency correctAgency) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    public AgencyView Agency { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Agency = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Agency.Version;
        Input = new() { Name = Agency.Name, ShortName = Agency.ShortName, HeadTitle = Agency.HeadTitle };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctAgency.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return RedirectToPage("Index");
    }
}
