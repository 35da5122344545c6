using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.FollowUps;

[Permit(Permission.ViewFollowUps)]
public sealed class DetailsModel(FollowUpQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public FollowUpView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await query.RunAsync(Id, ct);
}
