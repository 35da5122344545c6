namespace TkpkPortal.Web.Setup;

/// <summary>The short verbs on the database.</summary>
internal static class DataVerbs
{
    public static Task<int> MigrateAsync(VerbContext context, CancellationToken ct) => VerbScope.RunAsync(context, async (_, _) =>
    {
        await context.Output.WriteLineAsync("Tabel basis data sudah sesuai dengan versi portal ini.");
        return 0;
    }, ct);

    public static Task<int> DemoAsync(VerbContext context, int families, int seed, CancellationToken ct) => VerbScope.RunAsync(context, async (deployment, services) =>
    {
        await DemoMaker.RunAsync(context, services, deployment.Home, families, seed, ct);
        await context.Output.WriteLineAsync($"Kata sandi contoh: {DemoPassword.Read(deployment.Home)}");
        return 0;
    }, ct);
}
