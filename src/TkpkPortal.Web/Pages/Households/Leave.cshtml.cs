using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class LeaveModel(OpenHousehold openHousehold, LeaveHousehold leaveHousehold) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await leaveHousehold.RunAsync(Id, Input.LeftOn!.Value, Input.Reason!.Value, Version, ct);
        this.Tell("Keluarga dikeluarkan dari basis data. Data dan riwayatnya tetap tersimpan.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
