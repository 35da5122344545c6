using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Core.Reporting;

/// <summary>All that the leader's one screen shows. Survey, registry, OPD reports and rakor stand apart: each part names its own source.</summary>
public sealed record DashboardView(
    DateOnly Today, SettingsView Settings, PovertyOverview? Poverty, TargetCoverage Coverage, AreaMapView? Map, BudgetSummary Budget, FollowUpOverview FollowUps, ProposalPipeline Proposals);

public sealed class DashboardQuery(
    PovertyOverviewQuery poverty, TargetCoverageQuery coverage, MapQuery map, BudgetSummaryQuery budget, FollowUpOverviewQuery followUps, ProposalPipelineQuery proposals, CurrentSettings settings, KabupatenClock clock)
{
    public async Task<DashboardView> RunAsync(CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        var today = clock.Today;
        var regency = view.Regency?.Code;
        var (year, quarter) = BudgetSummaryQuery.LastEnded(today);
        return new(
            today,
            view,
            await poverty.RunAsync(null, ct),
            regency is null ? new(view.Settings.TargetDecile, []) : await coverage.RunAsync(regency, view.Settings.TargetDecile, ct),
            regency is null ? null : await map.RunAsync(regency, AreaLevel.District, ct),
            await budget.RunAsync(year, quarter, ct),
            await followUps.RunAsync(today, null, ct),
            await proposals.RunAsync(ct));
    }
}
