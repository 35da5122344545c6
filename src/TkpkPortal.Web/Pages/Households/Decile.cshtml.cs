using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.SetDecile)]
public sealed class DecileModel(OpenHousehold openHousehold, SetDecile setDecile) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DecileInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
        Input = new() { Decile = Household.Decile, Source = Household.DecileSource ?? "", ReleasedOn = Household.DecileReleasedOn };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await setDecile.RunAsync(Id, new(Input.Decile!.Value, Input.Source.Trim(), Input.ReleasedOn!.Value), Version, ct);
        this.Tell($"Desil {Input.Decile} tersimpan. Hitungan desa sudah ikut berubah.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
