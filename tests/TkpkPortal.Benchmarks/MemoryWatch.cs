namespace TkpkPortal.Benchmarks;

/// <summary>How far this process's resident memory rose above where it stood at the start. The kernel's own high-water mark would remember earlier parts of the run.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly long _before;
    private readonly Task _watching;
    private long _peak;

    public MemoryWatch()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _before = _peak = Environment.WorkingSet;
        _watching = WatchAsync();
    }

    public long Growth => Math.Max(Volatile.Read(ref _peak), Environment.WorkingSet) - _before;

    public void Dispose()
    {
        _stop.Cancel();
        _watching.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Volatile.Write(ref _peak, Math.Max(_peak, Environment.WorkingSet));
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
