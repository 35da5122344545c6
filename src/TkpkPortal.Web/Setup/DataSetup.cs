using System.Reflection;
using Npgsql;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Setup;

internal static class DataSetup
{
    public static void AddPortalData(this IServiceCollection services, PortalOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options.Keyring);
        services.AddSingleton<FieldCipher>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddSingleton<TkpkDatabase>();
        services.AddSingleton<KeptViews>();
        services.AddSingleton<CurrentSettings>();
        services.AddSingleton(sp => new KabupatenClock(sp.GetRequiredService<TimeProvider>(), () => sp.GetRequiredService<CurrentSettings>().TimeZoneId));
        services.AddSingleton<ReadActor>();
        services.AddSingleton<Migrator>();
        services.AddScoped<RequestTrace>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<HouseholdGate>();
        services.AddScoped<TkpkPortal.Core.Proposals.Drafts.ProposalGate>();
        services.AddScoped<WorkContext>();
        services.AddScoped(sp => sp.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped(sp => sp.GetRequiredService<TkpkDatabase>().Open(sp.GetRequiredService<CurrentActor>().Actor, sp.GetRequiredService<RequestTrace>()));
        services.AddUseCasesAndQueries(typeof(TkpkDbContext).Assembly);
        services.AddHostedService<AuditSealing>();
    }

    /// <summary>Every public class of Core with a RunAsync method is a use case or a query.</summary>
    private static void AddUseCasesAndQueries(this IServiceCollection services, Assembly core)
    {
        var own = services.Select(s => s.ServiceType).ToHashSet();
        foreach (var type in core.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && t.GetMethod("RunAsync") is not null && !own.Contains(t)))
            services.AddScoped(type);
    }
}
