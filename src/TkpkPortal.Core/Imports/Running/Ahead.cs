using System.Threading.Channels;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>Prepares the next item while the present one is being written: one core computes, the other is PostgreSQL's. Each item that waits is a bucket of families in memory.</summary>
internal static class Ahead
{
    private const int Items = 1;

    public static async Task EachAsync<TKey, TReady>(
        IReadOnlyList<TKey> keys, Func<TKey, CancellationToken, Task<TReady>> prepareAsync, Func<TReady, Task> writeAsync, CancellationToken ct)
    {
        var ready = Channel.CreateBounded<TReady>(Items);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var preparing = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var key in keys) await ready.Writer.WriteAsync(await prepareAsync(key, stop.Token), stop.Token);
                    ready.Writer.Complete();
                }
                catch (Exception e)
                {
                    ready.Writer.Complete(e);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var item in ready.Reader.ReadAllAsync(ct)) await writeAsync(item);
        }
        finally
        {
            await stop.CancelAsync();
            await preparing;
        }
    }
}
