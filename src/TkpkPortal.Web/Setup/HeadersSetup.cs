namespace TkpkPortal.Web.Setup;

internal static class HeadersSetup
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    public static void UsePortalHeaders(this WebApplication app, PortalOptions options) => app.Use(async (context, next) =>
    {
        // At the start of the answer and not before: an error page begins by clearing the headers set so far.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (options.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(context);
    });
}
