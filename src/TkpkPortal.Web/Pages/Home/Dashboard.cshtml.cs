using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Home;

/// <summary>The leader's screen for those who prepare it.</summary>
[Permit(Permission.ViewDashboard)]
public sealed class DashboardModel(CurrentDashboardQuery query) : PageModel
{
    public DashboardView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await query.RunAsync(ct);
}
