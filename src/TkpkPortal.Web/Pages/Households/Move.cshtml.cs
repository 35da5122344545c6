using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.MoveHouseholds)]
public sealed class MoveModel(OpenHousehold openHousehold, HouseholdAreasQuery areasQuery, MoveHousehold moveHousehold) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public AddressInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public HouseholdAreas Areas { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Areas = await areasQuery.RunAsync(ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await moveHousehold.RunAsync(Id, Input.VillageId!.Value, Input.ToDetails(), Version, ct);
        this.Tell("Keluarga dipindahkan. Desa lama dan desa tujuan sudah dihitung ulang.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
