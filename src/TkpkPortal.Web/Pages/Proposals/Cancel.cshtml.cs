using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.RegisterProposals)]
public sealed class CancelModel(ProposalQuery query, CancelProposal cancelProposal) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public ProposalView Proposal { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Proposal = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Proposal.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await cancelProposal.RunAsync(Id, Input.Reason, Version, ct);
        this.Tell("Usulan dibatalkan. Riwayatnya tetap tersimpan.");
        return LocalRedirect($"/usulan/{Id}");
    }
}
