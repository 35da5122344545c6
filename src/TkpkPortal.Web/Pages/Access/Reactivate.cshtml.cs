using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Access;

[Permit(Permission.ManageUsers)]
public sealed class ReactivateModel(UserQuery query, ChangeUserState changeState) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public UserView Account { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Account = await query.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeState.RunAsync(Id, active: true, ct);
        this.Tell("Pengguna aktif kembali.");
        return RedirectToPage("Edit", new { Id });
    }
}
