using Hangfire;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Jobs;

/// <summary>What runs by the clock, in the kabupaten's own time. A new nightly task is a method here and a line in <see cref="Register"/>.</summary>
public sealed class RecurringJobs(IServiceScopeFactory scopes)
{
    internal static void Register(IRecurringJobManager jobs, TimeZoneInfo zone)
    {
        var options = new RecurringJobOptions { TimeZone = zone };
        jobs.AddOrUpdate<RecurringJobs>("hapus-berkas-impor", job => job.ClearImportsAsync(CancellationToken.None), Cron.Daily(1, 30), options);
        jobs.AddOrUpdate<RecurringJobs>("hitung-ulang-jumlah", job => job.RecountTalliesAsync(CancellationToken.None), Cron.Daily(2, 15), options);
        jobs.AddOrUpdate<RecurringJobs>("hitung-ulang-usulan", job => job.RecountProposalsAsync(CancellationToken.None), Cron.Daily(2, 45), options);
    }

    public Task ClearImportsAsync(CancellationToken ct) => AsSystemAsync<ClearImports>("Pembersihan impor", clear => clear.RunAsync(ct));

    public Task RecountTalliesAsync(CancellationToken ct) => AsSystemAsync<RecountTallies>("Hitung ulang malam", recount => recount.RunAsync(ct));

    public Task RecountProposalsAsync(CancellationToken ct) => AsSystemAsync<RecountProposals>("Hitung ulang malam", recount => recount.RunAsync(ct));

    private async Task AsSystemAsync<TUseCase>(string name, Func<TUseCase, Task> act)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System(name);
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
