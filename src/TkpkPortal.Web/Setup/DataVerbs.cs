using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Setup;

/// <summary>The short verbs on the database.</summary>
internal static class DataVerbs
{
    public static Task<int> MigrateAsync(VerbContext context, CancellationToken ct) => VerbScope.RunAsync(context, async (_, _) =>
    {
        await context.Output.WriteLineAsync("Tabel basis data sudah sesuai dengan versi portal ini.");
        return 0;
    }, ct);

    public static Task<int> CreateAdminAsync(VerbContext context, string userName, string fullName, CancellationToken ct) => VerbScope.RunAsync(context, async (_, services) =>
    {
        var link = await services.GetRequiredService<CreateFirstAdmin>().RunAsync(userName, fullName, ct);
        var clock = services.GetRequiredService<KabupatenClock>();
        await context.Output.WriteLineAsync($"Tautan sekali pakai untuk memilih kata sandi {userName}:");
        await context.Output.WriteLineAsync(services.GetRequiredService<PublicAddress>().Invitation(link.Token));
        await context.Output.WriteLineAsync($"Berlaku sampai {Indonesian.LongDateTime(clock.Local(link.ExpiresAt), clock.ZoneName)}. Jangan dikirim lewat saluran yang dibaca orang lain.");
        return 0;
    }, ct);

    public static Task<int> DemoAsync(VerbContext context, int families, int seed, CancellationToken ct) => VerbScope.RunAsync(context, async (deployment, services) =>
    {
        await DemoMaker.RunAsync(context, services, deployment.Home, families, seed, ct);
        await context.Output.WriteLineAsync($"Kata sandi contoh: {DemoPassword.Read(deployment.Home)}");
        return 0;
    }, ct);
}
