using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Account;

[Permit(Permission.UsePortal)]
public sealed class IndexModel(Actor actor, UserQuery userQuery, SessionListQuery sessionList, KabupatenClock clock) : PageModel
{
    public UserView Account { get; private set; } = null!;

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public Guid? CurrentId => HttpContext.SessionId();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = await userQuery.RunAsync(actor.UserId!.Value, ct);
        Sessions = await sessionList.RunAsync(Account.Id, ct);
    }

    public string When(DateTimeOffset moment) => Indonesian.LongDateTime(clock.Local(moment), clock.ZoneName);
}
