using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ReturnProposals)]
public sealed class RejectModel(ProposalHeadQuery headQuery, RejectProposal reject) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public ProposalHead Proposal { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Proposal = await headQuery.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Proposal.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await reject.RunAsync(Id, Input.Reason, Version, ct);
        this.Tell("Usulan ditolak. Alasannya tersimpan dan dapat dibaca desa.");
        return LocalRedirect(WorkModel.Route);
    }
}
