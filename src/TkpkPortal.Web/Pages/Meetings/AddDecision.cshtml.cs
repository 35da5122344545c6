using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class AddDecisionModel(MeetingQuery query, AddDecision addDecision) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public MeetingView Meeting { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Meeting = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var label = await addDecision.RunAsync(Id, Input.Wording, Input.AgendaItemId, ct);
        this.Tell($"Keputusan {label} tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}
