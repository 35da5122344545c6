using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Setup;

/// <summary>Runs a use case from the command line, on the portal's own behalf, with the same parts the web application is made of.</summary>
internal static class VerbScope
{
    /// <summary>Opens the deployment, brings its tables up to date and acts.</summary>
    public static async Task<int> RunAsync(VerbContext context, Func<Deployment, IServiceProvider, Task<int>> act, CancellationToken ct)
    {
        await using var deployment = await Deployment.OpenAsync(context, EmbeddedRole.Verb, ct);
        await using var app = PortalApp.Create(deployment.Options);
        await JobsSetup.MigrateAsync(app.Services, ct);
        return await AsSystemAsync(app.Services, services => act(deployment, services));
    }

    public static async Task<T> AsSystemAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Baris perintah");
        return await act(scope.ServiceProvider);
    }
}
