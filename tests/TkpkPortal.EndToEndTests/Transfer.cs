using Microsoft.Playwright;

namespace TkpkPortal.EndToEndTests;

/// <summary>Counts what the network carried, as compressed, with an empty cache for every page.</summary>
internal sealed class Transfer
{
    private readonly ICDPSession _session;
    private double _bytes;

    private Transfer(ICDPSession session) => _session = session;

    public static async Task<Transfer> WatchAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var transfer = new Transfer(session);
        session.Event("Network.loadingFinished").OnEvent += (_, data) => transfer._bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        return transfer;
    }

    /// <summary>Bytes since the last time.</summary>
    public async Task<int> TakeAsync()
    {
        // An answer to a later command: every event of the load has come in by then.
        await _session.SendAsync("Network.enable");
        var bytes = (int)_bytes;
        _bytes = 0;
        return bytes;
    }
}
