using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>A number is posted, never part of an address; only the family's id is.</summary>
[Permit(Permission.EditHouseholds)]
public sealed class FindOtherModel(OpenHousehold openHousehold, FindHousehold findHousehold) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public FindInput Find { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        RedirectToPage("Merge", new { id = Id, dengan = await findHousehold.RunAsync(Find.Other, Id, ct) });
}
