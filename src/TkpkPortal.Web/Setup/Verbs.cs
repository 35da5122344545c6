using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Setup;

/// <summary>The command line: one executable with verbs.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        var connection = Environment.GetEnvironmentVariable("ConnectionStrings__Portal") ?? throw new InvalidOperationException("ConnectionStrings__Portal");
        var options = new PortalOptions { ConnectionString = connection, Keyring = Keyring.Load(Path.Combine(Path.GetTempPath(), "tkpk-kunci.json"), create: true) };
        await using var app = PortalApp.Create(options);
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
