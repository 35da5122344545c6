using TkpkPortal.Web.Reports;

namespace TkpkPortal.Web.Setup;

/// <summary>Builds the web application: reads as a list of what the portal is made of.</summary>
internal static class PortalApp
{
    public static WebApplication Create(PortalOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls(options.ListenUrl).UseKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseStaticWebAssets();
        // A built (not published) portal would else compress at level 0 while it answers, and send Bootstrap's 232 KB in full.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.Services.AddSingleton(options);
        builder.AddPortalLogging(options);
        builder.Services.AddPortalData(options);
        builder.Services.AddPortalAccess(options);
        builder.Services.AddPortalPages(options);
        builder.Services.AddReports();
        builder.Services.AddPortalJobs();
        builder.Services.AddPortalCompression();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UsePortalProxy(options);
        app.UsePortalRequestLogging();
        app.UseResponseCompression();
        app.UsePortalHeaders(options);
        app.UsePortalErrors();
        app.UseRequestLocalization();
        app.MapStaticAssets().AllowAnonymous();
        app.UseRouting();
        app.UseNotFound();
        app.UseAuthentication();
        app.UseMiddleware<Access.ActorMiddleware>();
        app.UseMiddleware<Access.HeldPosts>();
        app.UseAuthorization();
        app.MapRazorPages().WithStaticAssets();
        app.MapPapers();
        app.MapHealth();
        return app;
    }
}
