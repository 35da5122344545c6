using Microsoft.AspNetCore.HttpOverrides;

namespace TkpkPortal.Web.Setup;

/// <summary>
/// With an https public address a proxy in front ends TLS. The address a request came from is believed only from a proxy on this machine,
/// so that nobody can choose what the sign-in limit and the trail see.
/// </summary>
internal static class ProxySetup
{
    public static void UsePortalProxy(this WebApplication app, PortalOptions options)
    {
        if (!options.IsHttps) return;
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        app.Use((context, next) =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }
}
