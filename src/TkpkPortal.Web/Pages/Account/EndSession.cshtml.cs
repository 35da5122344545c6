using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Account;

[Permit(Permission.UsePortal)]
public sealed class EndSessionModel(Actor actor, SessionListQuery sessionList, EndSessions endSessions) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public SessionRow Session { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        Session = (await sessionList.RunAsync(actor.UserId!.Value, ct)).SingleOrDefault(s => s.Id == Id) ?? throw new RecordNotFoundException();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await endSessions.RunAsync(Id, ct);
        this.Tell("Sesi diakhiri.");
        return RedirectToPage("Index");
    }
}
