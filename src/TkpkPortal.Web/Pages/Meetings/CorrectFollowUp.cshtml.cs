using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class CorrectFollowUpModel(MeetingQuery query, FollowUpQuery followUpQuery, InvitationQuery agencyQuery, CorrectFollowUp correctFollowUp) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FollowUpId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public FollowUpInput Input { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public FollowUpRow Row { get; private set; } = null!;

    public FollowUpChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        Row = Meeting.FollowUps.FirstOrDefault(f => f.Id == FollowUpId) ?? throw new RecordNotFoundException();
        Choices = FollowUpChoices.Of(await agencyQuery.RunAsync(null, ct), Meeting, Row);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = (await followUpQuery.RunAsync(FollowUpId, ct)).Version;
        Input = new() { Text = Row.Text, AgencyId = Row.AgencyId, DueOn = Row.DueOn, Output = Row.Output, DecisionId = Row.DecisionId };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctFollowUp.RunAsync(Id, FollowUpId, Input.ToDetails(), Version, ct);
        this.Tell("Tindak lanjut tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
