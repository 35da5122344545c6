using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Npgsql;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Jobs;

namespace TkpkPortal.Web.Setup;

/// <summary>Long work: Hangfire on the portal's own database, in its own schema, without a page of its own.</summary>
internal static class JobsSetup
{
    private const string Schema = "hangfire";
    private const int Workers = 3;

    private static readonly TimeSpan InvisibleFor = TimeSpan.FromSeconds(30);

    private static PostgreSqlStorageOptions Storage => new()
    {
        SchemaName = Schema,
        PrepareSchemaIfNecessary = false,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = InvisibleFor,
        QueuePollInterval = TimeSpan.FromSeconds(1),
        // A killed portal leaves its locks behind; the usual ten minutes would keep the workers waiting for them.
        DistributedLockTimeout = TimeSpan.FromSeconds(10),
    };

    public static void AddPortalJobs(this IServiceCollection services)
    {
        services.AddSingleton<ImportSurroundings>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<RecurringJobs>();
        // Registered before Hangfire does: its own are the process's, and two portals in one process would take each other's jobs.
        services.AddSingleton<JobStorage>(provider => new PostgreSqlStorage(new PortalConnections(provider.GetRequiredService<NpgsqlDataSource>()), Storage));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.ServerName = $"portal-{Environment.ProcessId}";
            server.ShutdownTimeout = TimeSpan.FromSeconds(8);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(30);
            server.CancellationCheckInterval = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<ImportSweeper>();
    }

    /// <summary>The portal's tables and the jobs' own.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<Migrator>().RunAsync(ct);
        await InstallAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
    }

    public static async Task InstallAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        PostgreSqlObjectsInstaller.Install(connection, Schema);
    }

    private sealed class PortalConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
