using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class PlanModel(MeetingDraftQuery draftQuery, InvitationQuery invitationQuery, PlanMeeting planMeeting) : PageModel, IPreparesPage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "Mata acara")]
    public string? Agenda { get; set; }

    [BindProperty]
    public InviteesInput Invitees { get; set; } = new();

    public InvitationView Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Choices = await invitationQuery.RunAsync(null, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var draft = await draftQuery.RunAsync(ct);
        Agenda = draft?.FirstAgendaItem;
        Input = new() { Place = draft?.Place ?? "", ChairTitle = draft?.ChairTitle ?? "Wakil Bupati selaku Ketua TKPK" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await planMeeting.RunAsync(Input.ToDetails(), AgendaLine.Read(Agenda), Invitees.ToList(), ct);
        this.Tell($"{Input.Title.Trim()} tersimpan. Undangan sudah dapat dicetak.");
        return RedirectToPage("Details", new { id });
    }
}
