using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Households;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.EndEnrollments)]
public sealed class EndRecipientModel(EnrollmentQuery query, EndEnrollment endEnrollment) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid EnrollmentId { get; set; }

    [BindProperty]
    public EnrollmentEndInput Input { get; set; } = new();

    public EnrollmentView Enrollment { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Enrollment = await query.RunAsync(EnrollmentId, ct);
        if (Enrollment.ProgramId != Id) throw new RecordNotFoundException();
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await endEnrollment.RunAsync(EnrollmentId, Input.EndedOn!.Value, Input.Reason!.Value, ct);
        this.Tell("Kepesertaan diakhiri. Keluarga itu tidak lagi dihitung sebagai penerima.");
        return RedirectToPage("Recipients", new { id = Id });
    }
}
