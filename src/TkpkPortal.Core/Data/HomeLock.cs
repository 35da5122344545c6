using System.Diagnostics;

namespace TkpkPortal.Core.Data;

/// <summary>A lock on a file of the home folder (flock): the kernel lets go of it when its process dies, however it dies.</summary>
internal sealed class HomeLock : IDisposable
{
    private readonly FileStream _file;

    private HomeLock(FileStream file) => _file = file;

    public static HomeLock? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    public static HomeLock? TryShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Tries until <paramref name="patience"/> is over; a child between fork and exec may hold a copy of a lock just given back.</summary>
    public static async Task<HomeLock?> WaitAsync(Func<HomeLock?> attempt, TimeSpan patience, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (attempt() is { } taken) return taken;
            if (waited.Elapsed >= patience) return null;
            await Task.Delay(50, cancel);
        }
    }

    private static HomeLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new HomeLock(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 1));
        }
        catch (IOException refused) when (refused.HResult == WouldBlock)
        {
            return null;
        }
    }

    // EWOULDBLOCK on Linux: .NET hands on the raw errno of a refused flock.
    private const int WouldBlock = 11;

    public void Dispose() => _file.Dispose();
}
