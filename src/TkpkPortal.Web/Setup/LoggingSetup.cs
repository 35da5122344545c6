using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace TkpkPortal.Web.Setup;

internal static class LoggingSetup
{
    public static void AddPortalLogging(this WebApplicationBuilder builder, PortalOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(Create(options.LogFolder, options.LogName), dispose: true);
    }

    /// <summary>The log of what runs before there is a web application.</summary>
    public static void AddPortalLog(this ILoggingBuilder logging, string folder, string name) => logging.AddSerilog(Create(folder, name), dispose: true);

    /// <summary>A file a day; each process and part has a name of its own, because two may not share one file.</summary>
    public static Logger Create(string? folder, string name)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .MinimumLevel.Override("Serilog.AspNetCore", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        logger = folder is not null
            ? logger.WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, $"{name}-.json"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30)
            : logger.WriteTo.Console(new CompactJsonFormatter(), LogEventLevel.Warning);
        return logger.CreateLogger();
    }

    /// <summary>Their path holds their secret, which stays out of the log.</summary>
    private static readonly string[] SecretPaths = ["/undangan/", "/status-usulan/"];

    /// <summary>One line a request.</summary>
    public static void UsePortalRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(logging =>
        logging.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(context.Request.Method)),
            new("RequestPath", new ScalarValue(SecretPaths.FirstOrDefault(s => path.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is { } secret ? secret + "(rahasia)" : path)),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ]);
}
