using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>One proposal: what would be written to the family's record now, and the button that writes it.</summary>
[Permit(Permission.SendProposals)]
public sealed class ApplyOneModel(ApplicationQuery query, ApplyProposal applyProposal) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Application Application { get; private set; } = null!;

    public bool IsReady => ProposalFlow.Find(Application.Kind, Application.Stage, ProposalAct.Apply) is not null;

    public async Task PrepareAsync(CancellationToken ct) => Application = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var family = await applyProposal.RunAsync(Id, ct);
        this.Tell("Usulan diterapkan. Data keluarga sudah diperbarui.");
        return RedirectToPage("/Households/Profile", new { id = family });
    }
}
