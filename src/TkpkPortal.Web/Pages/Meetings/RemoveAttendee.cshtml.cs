using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class RemoveAttendeeModel(AttendanceQuery query, RemoveAttendee removeAttendee) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid AttendeeId { get; set; }

    public AttendeeView Attendee { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Attendee = await query.OneAsync(Id, AttendeeId, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await removeAttendee.RunAsync(Id, AttendeeId, ct);
        this.Tell("Nama itu dihapus dari daftar hadir.");
        return RedirectToPage("Attendance", new { Id });
    }
}
