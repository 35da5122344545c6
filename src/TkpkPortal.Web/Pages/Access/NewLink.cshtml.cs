using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Access;

[Permit(Permission.ManageUsers)]
public sealed class NewLinkModel(UserQuery query, RenewInvitation renewInvitation, PublicAddress address) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public UserView Account { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Account = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var link = await renewInvitation.RunAsync(Id, ct);
        TempData[EditModel.LinkKey] = address.Invitation(link.Token);
        this.Tell("Tautan baru tersimpan. Salin tautan di bawah dan sampaikan langsung kepada orangnya.");
        return RedirectToPage("Edit", new { Id });
    }
}
