using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

[Permit(Permission.RegisterProposals)]
public sealed class MembersModel(DraftQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "periksa")]
    public bool Check { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        if (Check) this.Show(Draft.Review.At(DraftSteps.Members).Where(p => p.MemberKey is null));
        return Page();
    }
}
