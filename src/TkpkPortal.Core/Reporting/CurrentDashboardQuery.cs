using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Reporting;

/// <summary>The dashboard as pages show it: kept until something is written. Each reach has its own, and who sees only a part of the kabupaten gets a fresh one.</summary>
public sealed class CurrentDashboardQuery(DashboardQuery query, KeptViews kept, Actor actor, KabupatenClock clock)
{
    public Task<DashboardView> RunAsync(CancellationToken ct) => actor.Reach is Reach.Everything or Reach.Figures
        ? kept.GetAsync((nameof(CurrentDashboardQuery), actor.Reach, clock.Today), () => query.RunAsync(ct))
        : query.RunAsync(ct);
}
