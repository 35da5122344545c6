using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class EditModel(MeetingQuery query, CorrectMeeting correctMeeting) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Meeting = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Meeting.Version;
        Input = MeetingInput.Of(Meeting.Details);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctMeeting.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell("Data rakor tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
