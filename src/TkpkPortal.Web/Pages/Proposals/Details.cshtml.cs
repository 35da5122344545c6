using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ViewProposals)]
public sealed class DetailsModel(ProposalQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ProposalView Proposal { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Proposal = await query.RunAsync(Id, ct);
}
