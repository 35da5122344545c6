using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

[Permit(Permission.RegisterProposals)]
public sealed class ReviewModel(DraftQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        return Draft.IsDraft ? Page() : LocalRedirect($"/usulan/{Id}");
    }
}
