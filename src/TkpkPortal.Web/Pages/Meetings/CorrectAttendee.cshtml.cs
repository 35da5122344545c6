using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class CorrectAttendeeModel(MeetingQuery query, AttendanceQuery attendanceQuery, CorrectAttendee correctAttendee) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid AttendeeId { get; set; }

    [BindProperty]
    public AttendeeInput Input { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Meeting = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var one = await attendanceQuery.OneAsync(Id, AttendeeId, ct);
        Input = new() { Name = one.Name, Position = one.Position, Institution = one.Institution, Phone = one.Phone };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctAttendee.RunAsync(Id, AttendeeId, Input.ToLine(1), ct);
        this.Tell("Daftar hadir tersimpan.");
        return RedirectToPage("Attendance", new { Id });
    }
}
