using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.AssignFacilitators)]
public sealed class FacilitatorsModel(
    OpenHousehold openHousehold, HouseholdSupportQuery supportQuery, FacilitatorListQuery facilitatorsQuery, AssignFacilitator assignFacilitator, UnassignFacilitator unassignFacilitator)
    : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "Pendamping")]
    public Guid? UserId { get; set; }

    [BindProperty]
    public Guid? AssignmentId { get; set; }

    public HouseholdView Household { get; private set; } = null!;

    public IReadOnlyList<AssignedFacilitator> Assigned { get; private set; } = [];

    public IReadOnlyList<FacilitatorChoice> Others { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Assigned = (await supportQuery.RunAsync(Id, ct)).Facilitators;
        Others = [.. (await facilitatorsQuery.RunAsync(ct)).Where(f => Assigned.All(a => a.UserId != f.Id))];
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await assignFacilitator.RunAsync(Id, UserId ?? throw new RuleBrokenException(HouseholdRules.NotFacilitator, nameof(UserId)), ct);
        this.Tell("Pendamping ditugaskan. Keluarga ini sekarang tampil pada daftarnya.");
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        await unassignFacilitator.RunAsync(Id, AssignmentId ?? throw new RecordNotFoundException(), ct);
        this.Tell("Pendamping dilepas dari keluarga ini.");
        return RedirectToPage(new { id = Id });
    }
}
