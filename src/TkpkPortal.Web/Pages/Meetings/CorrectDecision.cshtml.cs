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
public sealed class CorrectDecisionModel(MeetingQuery query, CorrectDecision correctDecision) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid DecisionId { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    [BindProperty]
    public string SeenMark { get; set; } = "";

    public MeetingView Meeting { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    public bool IsOvertaken { get; private set; }

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        Decision = Meeting.Decisions.FirstOrDefault(d => d.Id == DecisionId) ?? throw new RecordNotFoundException();
        var stored = WordingMark.Of([Decision.Text]);
        IsOvertaken = SeenMark.Length > 0 && SeenMark != stored;
        SeenMark = stored;
        ModelState.Remove(nameof(SeenMark));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input = new() { Text = Decision.Text, AgendaItemId = Decision.AgendaItemId };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctDecision.RunAsync(Id, DecisionId, Input.Wording, Input.AgendaItemId, SeenMark, ct);
        this.Tell("Keputusan tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
