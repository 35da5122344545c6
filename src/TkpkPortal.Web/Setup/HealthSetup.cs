using Npgsql;

namespace TkpkPortal.Web.Setup;

internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>200 when the database answers, 503 when not; nothing else is said.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet("/sehat", async (NpgsqlDataSource source, CancellationToken ct) =>
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(timeout.Token);
            return Results.StatusCode(StatusCodes.Status200OK);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or InvalidOperationException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }).AllowAnonymous();
}
