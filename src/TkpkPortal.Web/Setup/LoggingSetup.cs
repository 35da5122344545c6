using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace TkpkPortal.Web.Setup;

internal static class LoggingSetup
{
    public static void AddPortalLogging(this WebApplicationBuilder builder, PortalOptions options)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Serilog.AspNetCore", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        logger = options.LogFolder is { } folder
            ? logger.WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "portal-.json"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30)
            : logger.WriteTo.Console(new CompactJsonFormatter(), LogEventLevel.Warning);
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(logger.CreateLogger(), dispose: true);
    }

    /// <summary>One line a request. The path of an invitation is its secret and stays out of the log.</summary>
    public static void UsePortalRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(logging =>
        logging.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)),
            new("RequestPath", new ScalarValue(path.StartsWith("/undangan/", StringComparison.OrdinalIgnoreCase) ? "/undangan/(rahasia)" : path)),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ]);
}
