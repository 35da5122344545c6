using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ApproveProposals)]
public sealed class ApproveModel(ProposalHeadQuery headQuery, ApproveProposal approve) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public ProposalHead Proposal { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Proposal = await headQuery.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Proposal.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await approve.RunAsync(Id, Input.Note, Version, ct);
        this.Tell("Usulan disahkan dan menunggu langkah berikutnya.");
        return LocalRedirect(WorkModel.Route);
    }
}
