using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EnrollHouseholds)]
public sealed class EndEnrollmentModel(OpenHousehold openHousehold, EnrollmentQuery query, EndEnrollment endEnrollment) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid EnrollmentId { get; set; }

    [BindProperty]
    public EnrollmentEndInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public EnrollmentView Enrollment { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Enrollment = await query.RunAsync(EnrollmentId, ct);
        if (Enrollment.HouseholdId != Id) throw new RecordNotFoundException();
        Household = await openHousehold.RunAsync(Id, ct);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await endEnrollment.RunAsync(EnrollmentId, Input.EndedOn!.Value, Input.Reason!.Value, ct);
        this.Tell("Kepesertaan diakhiri. Catatannya tetap tampil di profil keluarga.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
