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
        app.UseStatusCodePages(context => writer.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>An address without a page is 404 for everybody; the fallback policy, which comes later, would call it forbidden.</summary>
    public static void UseNotFound(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
