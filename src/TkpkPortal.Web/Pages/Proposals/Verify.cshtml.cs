using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.VerifyProposals)]
public sealed class VerifyModel(ProposalHeadQuery headQuery, VerifyProposal verify) : PageModel, IPreparesPage, IEditsVersion
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
        await verify.RunAsync(Id, Input.Note, Version, ct);
        this.Tell("Usulan terverifikasi. Langkah berikutnya di tangan pemeriksa sesudah Anda.");
        return LocalRedirect(WorkModel.Route);
    }
}
