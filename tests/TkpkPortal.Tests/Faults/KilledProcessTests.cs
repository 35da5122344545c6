using System.Collections.Concurrent;
using System.Diagnostics;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Faults;

public sealed class KilledProcessTests(FaultHome home) : IClassFixture<FaultHome>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _saved = new();
    private int _refused;

    [Fact]
    public async Task What_said_tersimpan_survives_the_death_of_the_portal_and_of_the_database()
    {
        await using var first = await home.StartAsync();
        var admin = await home.MakeAdminAsync(first);
        using var one = await FaultHome.SignInAsync(first, admin);
        using var two = await FaultHome.SignInAsync(first, admin);
        using var stop = new CancellationTokenSource();
        var driving = Task.WhenAll(DriveAsync(one, "A", stop.Token), DriveAsync(two, "B", stop.Token));
        await MoreSavedAsync(10, driving);

        await first.KillAsync();
        await using var second = await home.StartAsync();
        await MoreSavedAsync(10, driving);

        using (var server = Process.GetProcessById(second.ServerId!.Value)) server.Kill();
        await MoreSavedAsync(10, driving);

        await stop.CancelAsync();
        await driving;
        var stored = await home.AskAsync<string[]>("select array_agg(name::text) from agencies");
        Assert.True(_refused > 0, "Nothing was interrupted.");
        Assert.Empty(_saved.Except(stored));
        Assert.Equal(stored.Distinct().Order(), stored.Order());
        Assert.Equal(stored.Length, await home.AskAsync<long>("select count(*) from audit_entries where subject = 'Agency' and action = 'Create'"));
        Assert.Equal(0, await second.StopAsync());
    }

    /// <summary>Registers one OPD after another. A request that broke off may or may not have been kept, so its name is not on the list.</summary>
    private async Task DriveAsync(Browser browser, string who, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var name = $"Dinas Gangguan {who}{number}";
            try
            {
                var answer = await browser.SubmitAsync("/opd/daftarkan", new() { ["Input.Name"] = name, ["Input.ShortName"] = $"G{who}{number}", ["Input.HeadTitle"] = $"Kepala {name}" });
                if (answer.IsRedirect && answer.Location!.EndsWith("/opd", StringComparison.Ordinal)) _saved.Enqueue(name);
                else Interlocked.Increment(ref _refused);
            }
            catch (Exception broken) when (broken is HttpRequestException or InvalidOperationException or IOException)
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    /// <summary>Returns while the drivers are at work, in the middle of a request as likely as not.</summary>
    private async Task MoreSavedAsync(int count, Task driving)
    {
        var goal = _saved.Count + count;
        for (var waited = Stopwatch.StartNew(); _saved.Count < goal;)
        {
            if (driving.IsFaulted) await driving;
            Assert.True(waited.Elapsed < Patience, $"The portal saved {_saved.Count} of {goal} and then no more.");
            await Task.Delay(5);
        }
    }
}
