using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class CorrectModel(OpenHousehold openHousehold, CorrectHousehold correctHousehold) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public HouseholdInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
        var details = Household.Details;
        Input = new() { Address = details.Address, Hamlet = details.Hamlet, Rt = details.Rt, Rw = details.Rw, LegacyNumber = details.LegacyNumber };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctHousehold.RunAsync(Id, Input.ToDetails(), Input.CardNumber, Input.RemoveCardNumber, Version, ct);
        this.Tell("Data keluarga tersimpan. Perubahannya tampil di riwayat.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
