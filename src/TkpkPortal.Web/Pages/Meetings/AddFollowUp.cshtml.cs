using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class AddFollowUpModel(MeetingQuery query, InvitationQuery agencyQuery, AddFollowUp addFollowUp) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public FollowUpInput Input { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public FollowUpChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        Choices = FollowUpChoices.Of(await agencyQuery.RunAsync(null, ct), Meeting);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var label = await addFollowUp.RunAsync(Id, Input.ToDetails(), ct);
        this.Tell($"Tindak lanjut {label} tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
