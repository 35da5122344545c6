using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class InvitationModel(MeetingQuery query, InvitationQuery invitationQuery, InviteOffices inviteOffices) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InviteesInput Invitees { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public InvitationView Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        Choices = await invitationQuery.RunAsync(Id, ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Invitees = InviteesInput.Of(Choices.List);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await inviteOffices.RunAsync(Id, Invitees.ToList(), ct);
        this.Tell("Undangan tersimpan. Suratnya dapat dicetak di menu Laporan.");
        return RedirectToPage("Details", new { Id });
    }
}
