using System.Data.Common;
using Hangfire;
using Npgsql;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Jobs;

/// <summary>Finds batches that should be worked on and nobody is: after a start, after a kill, after a lease ran out. Hangfire would notice too, but later.</summary>
internal sealed class ImportSweeper(NpgsqlDataSource source, ImportJobs imports, IRecurringJobManager recurring, CurrentSettings settings, TimeProvider time, ILogger<ImportSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private bool _registered;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or BackgroundJobClientException or InvalidOperationException { InnerException: DbException })
            {
                log.LogWarning("Imports could not be looked after now ({Kind}); the next round tries again.", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using (var command = source.CreateCommand(
            "select id from import_batches where state in ('Uploaded', 'Read', 'Committing', 'Undoing') and (leased_until is null or leased_until < clock_timestamp())"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) imports.Start(reader.GetGuid(0));
        }

        if (_registered) return;
        RecurringJobs.Register(recurring, TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync(ct)).Settings.TimeZoneId));
        _registered = true;
    }
}
