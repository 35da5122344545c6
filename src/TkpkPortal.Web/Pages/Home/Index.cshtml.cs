using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Home;

/// <summary>The leader lands on the one screen, everybody else on what waits for them.</summary>
[Permit(Permission.UsePortal)]
public sealed class IndexModel(CurrentDashboardQuery dashboard, MyTasksQuery tasks, MinutesReadyQuery minutesReady, Actor actor) : PageModel
{
    public DashboardView? Dashboard { get; private set; }

    public IReadOnlyList<MinutesReady> Waiting { get; private set; } = [];

    public MyTasks? Tasks { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (actor.May(Permission.ApproveMinutes)) Waiting = await minutesReady.RunAsync(ct);
        if (actor.Is(Role.Leader)) Dashboard = await dashboard.RunAsync(ct);
        else Tasks = await tasks.RunAsync(ct);
    }
}
