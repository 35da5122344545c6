using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

[Permit(Permission.RegisterProposals)]
public sealed class ReasonsModel(DraftQuery query, SaveDraft saveDraft, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "periksa")]
    public bool Check { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DraftReasonsInput Input { get; set; } = new();

    public DraftView Draft { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Draft = await query.RunAsync(Id, ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        (Version, Input) = (Draft.Version, DraftReasonsInput.From(Draft.Content));
        if (Check) this.Show(Draft.Review.At(DraftSteps.Reasons));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => this.GoOn(Id, await saveDraft.RunAsync(Id, Input.ToPart(), Version, ct), DraftSteps.Reasons, clock);
}
