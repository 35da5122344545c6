using Microsoft.AspNetCore.Diagnostics;
using TkpkPortal.Web.Errors;

namespace TkpkPortal.Web.Setup;

/// <summary>Every failure ends on a page in Indonesian, never on a type name or SQL.</summary>
internal static class ErrorsSetup
{
    public static void UsePortalErrors(this WebApplication app)
    {
        var writer = ActivatorUtilities.CreateInstance<ErrorWriter>(app.Services);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = context =>
            {
                var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
                return writer.WriteAsync(context, ErrorWriter.StatusOf(exception), exception);
            },
            SuppressDiagnosticsCallback = context => ErrorWriter.StatusOf(context.Exception) < 500,
        });
        app.UseStatusCodePages(context => writer.WriteAsync(context.HttpContext, StatusOf(context.HttpContext)));
    }

    /// <summary>The fallback policy refuses an address no page has; to a signed-in person that page is missing, not forbidden.</summary>
    private static int StatusOf(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status403Forbidden && context.GetEndpoint() is null ? StatusCodes.Status404NotFound : context.Response.StatusCode;
}
